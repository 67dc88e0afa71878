namespace OnRecord.Documents;

/// <summary>The JSON given is not a story document. The message says where and why, in a sentence.</summary>
public sealed class DocumentFormatException : FormatException
{
    /// <summary>Without a reason.</summary>
    public DocumentFormatException() { }

    /// <summary>With a sentence that says where and why.</summary>
    public DocumentFormatException(string message)
        : base(message) { }

    /// <summary>With a sentence and what caused it.</summary>
    public DocumentFormatException(string message, Exception innerException)
        : base(message, innerException) { }
}

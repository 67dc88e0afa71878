namespace OnRecord.TransparencyLog;

/// <summary>Something of a log is not as its specification says. The message is a sentence that says what.</summary>
public sealed class LogFormatException : Exception
{
    /// <summary>Something is not written as its specification says.</summary>
    public LogFormatException(string message)
        : this(new LogFault(LogFaultKind.Malformed, message)) { }

    internal LogFormatException(LogFaultKind kind, string message)
        : this(new LogFault(kind, message)) { }

    internal LogFormatException(LogFault fault)
        : base(fault.Sentence) => Fault = fault;

    /// <summary>What is wrong.</summary>
    public LogFault Fault { get; }
}

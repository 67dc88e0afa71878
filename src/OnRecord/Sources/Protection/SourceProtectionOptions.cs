namespace OnRecord.Sources.Protection;

/// <summary>Where the key lies that opens who sources are, section <c>Sources</c>.</summary>
public sealed class SourceProtectionOptions
{
    /// <summary>A file outside the data folder and its backups. Beside the data folder unless told: of <c>/var/lib/onrecord</c> it is <c>/var/lib/onrecord-keys/identities.key</c>.</summary>
    public string? KeyFile { get; set; }
}

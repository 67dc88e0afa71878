using Microsoft.Extensions.Options;
using OnRecord.Platform;
using OnRecord.TransparencyLog;

namespace OnRecord.PublicRecord.Witnessing;

/// <summary>Who cosigns our record, and whose we cosign: two files beside the key, read each time, so that a change counts at once.</summary>
internal sealed class WitnessPolicies(IOptions<RecordOptions> options, RecordKey key)
{
    /// <summary>The witnesses that are asked; null where there is no such file.</summary>
    /// <exception cref="RecordRefusal">The file cannot be read.</exception>
    public WitnessPolicy? Asked() => Read(options.Value.Witnesses, "witnesses.policy");

    /// <summary>The logs that are cosigned here; null where there is no such file.</summary>
    /// <exception cref="RecordRefusal">The file cannot be read.</exception>
    public WitnessPolicy? Witnessed() => Read(options.Value.WitnessedLogs, "witnessed.policy");

    private WitnessPolicy? Read(string? set, string name)
    {
        var path = Path.GetFullPath(string.IsNullOrWhiteSpace(set) ? Path.Combine(key.Folder, name) : set);
        try
        {
            return File.Exists(path) ? WitnessPolicy.Parse(File.ReadAllBytes(path))
                : set is null ? null
                : throw new FileNotFoundException("there is no such file.");
        }
        catch (Exception failure) when (failure is LogFormatException or IOException or UnauthorizedAccessException)
        {
            throw new RecordRefusal(
                Problem.With(null, "The policy file {0} cannot be read: {1} Mend it.", path, failure.Message)
            );
        }
    }
}

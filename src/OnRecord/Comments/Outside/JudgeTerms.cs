using System.Text;
using OnRecord.Platform;
using OnRecord.Platform.Files;

namespace OnRecord.Comments.Outside;

/// <summary>Where the outside judge is asked, what is signed with, and for how long it is waited for.</summary>
internal sealed record JudgeTerms(Uri Address, JudgeSecrets Secrets, TimeSpan Patience)
{
    private const int LongestPatience = 30;
    private const string Section = "Comments:OutsideJudge";

    /// <returns>Null where nobody is to be asked; a refusal with a sentence for the operator where the settings cannot be right.</returns>
    public static Outcome<JudgeTerms>? Read(OutsideJudgeOptions options, DataFolder data)
    {
        var (hasSecret, hasFile) = (!IsEmpty(options.Secret), !IsEmpty(options.SecretFile));
        if (IsEmpty(options.Address) && !hasSecret && !hasFile)
            return null;
        if (IsEmpty(options.Address))
            return new Problem(
                $"{Section} has a secret and no Address. Set {Section}:Address, or take the secret out."
            );
        // What is written there may hold a password, so it is not repeated.
        if (
            !Uri.TryCreate(options.Address, UriKind.Absolute, out var address)
            || address.Scheme is not ("http" or "https")
            || address.UserInfo.Length > 0
        )
            return new Problem(
                $"{Section}:Address is not understood. Write it like https://judge.example.org/comments, without a name or password in it."
            );
        if (options.Seconds is < 1 or > LongestPatience)
            return new Problem(
                $"{Section}:Seconds is how long a comment waits for the judge, from 1 to {LongestPatience}; 3 is usual."
            );
        if (hasSecret == hasFile)
            return new Problem(
                $"{Section} needs the secret that it shares with the judge. Set {Section}:SecretFile to a file that holds it, or {Section}:Secret to itself; one of the two."
            );
        var secrets = hasFile ? FromFile(options.SecretFile!, data) : JudgeSecrets.Read(options.Secret!);
        return secrets.Refused
            ? secrets.Problems[0]
            : new JudgeTerms(address, secrets.Value, TimeSpan.FromSeconds(options.Seconds));
    }

    private static Outcome<JudgeSecrets> FromFile(string path, DataFolder data)
    {
        var read = new KeyFile(Path.GetFullPath(path), data, $"{Section}:SecretFile").Read(make: null);
        return read.Refused ? read.Problems[0] : JudgeSecrets.Read(Encoding.UTF8.GetString(read.Value));
    }

    private static bool IsEmpty(string? written) => string.IsNullOrWhiteSpace(written);
}

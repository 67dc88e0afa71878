using OnRecord.Platform;
using OnRecord.Platform.Pages;

namespace OnRecord.People.Staff;

/// <summary>What a password must be: long, and not made of what everybody would try first. No rules about digits and signs; they make passwords worse (NIST SP 800-63B).</summary>
internal static class PasswordRule
{
    public const int Least = 12;
    private const int Most = 200;
    private const int LeastOfOnesOwn = 8;

    // What the commonest long passwords are put together from.
    private static readonly string[] Commonest =
    [
        "passwort",
        "password",
        "passw0rd",
        "parol",
        "пароль",
        "qwertyuiop",
        "qwertzuiop",
        "qwerty",
        "йцукен",
        "asdfgh",
        "zxcvbn",
        "1q2w3e4r",
        "q1w2e3r4",
        "1qaz2wsx",
        "123123",
        "1234567890",
        "0987654321",
        "987654321",
        "123456789",
        "12345678",
        "123456",
        "12345",
        "1234",
        "123",
        "111111",
        "000000",
        "abcdef",
        "abc",
        "iloveyou",
        "sunshine",
        "princess",
        "football",
        "baseball",
        "superman",
        "dragon",
        "monkey",
        "welcome",
        "letmein",
        "trustno1",
        "administrator",
        "admin",
        "secret",
        "changeme",
        "newsroom",
        "redaktion",
        "редакція",
        "onrecord",
    ];

    /// <param name="known">What others know of the person: name, e-mail address, newsroom.</param>
    public static Problem? Of(string password, Words words, params string[] known)
    {
        if (password.Length < Least)
            return new Problem("password", words.With("Password.TooShort", Least));
        if (password.Length > Most)
            return new Problem("password", words.With("Password.TooLong", Most));
        var own = password.ToLowerInvariant();
        foreach (var word in known.SelectMany(Parts).OrderByDescending(word => word.Length))
            own = own.Replace(word, "", StringComparison.Ordinal);
        if (own.Length < LeastOfOnesOwn)
            return new Problem("password", words["Password.NamesYou"]);
        foreach (var word in Commonest)
            own = own.Replace(word, "", StringComparison.Ordinal);
        return own.Length < LeastOfOnesOwn || own.Distinct().Count() < 5
            ? new Problem("password", words["Password.Common"])
            : null;
    }

    private static IEnumerable<string> Parts(string known) =>
        known
            .ToLowerInvariant()
            .Split([' ', '@', '.', '-', '_'], StringSplitOptions.RemoveEmptyEntries)
            .Append(known.ToLowerInvariant())
            .Where(part => part.Length >= 3);
}

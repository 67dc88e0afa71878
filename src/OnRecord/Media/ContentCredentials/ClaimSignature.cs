using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace OnRecord.Media.ContentCredentials;

/// <summary>Whose certificate stands in a claim's COSE signature, and when a time stamp says it was signed. Neither is checked.</summary>
internal readonly record struct ClaimSignature(string? Signer, string? Issuer, DateTimeOffset? At)
{
    private const string CertificateChain = "33";

    /// <param name="cose">A COSE_Sign1 (RFC 9052, 4.2): protected headers, others, payload, signature.</param>
    public static ClaimSignature Of(ReadOnlyMemory<byte> cose)
    {
        if (CborTree.Read(cose) is not List<object?> { Count: >= 2 } parts)
            return default;
        var headers = parts[0] is byte[] bytes ? CborTree.Read(bytes) as Dictionary<string, object?> : null;
        var others = parts[1] as Dictionary<string, object?>;
        var chain = Find(headers, CertificateChain, "x5chain") ?? Find(others, CertificateChain, "x5chain");
        var (signer, issuer) = Names(chain as byte[] ?? (chain as List<object?>)?.FirstOrDefault() as byte[]);
        return new ClaimSignature(signer, issuer, Time(Find(others, "sigTst2", "sigTst")));
    }

    private static object? Find(Dictionary<string, object?>? headers, string one, string other) =>
        headers?.GetValueOrDefault(one) ?? headers?.GetValueOrDefault(other);

    private static (string? Signer, string? Issuer) Names(byte[]? certificate)
    {
        if (certificate is null)
            return default;
        try
        {
            using var read = X509CertificateLoader.LoadCertificate(certificate);
            return (Name(read.SubjectName), Name(read.IssuerName));
        }
        catch (CryptographicException)
        {
            return default;
        }
    }

    // The organisation and the name it goes by: "Harrow Camera Works (CA-7)".
    private static string? Name(X500DistinguishedName name)
    {
        var parts = name.EnumerateRelativeDistinguishedNames()
            .Where(part => !part.HasMultipleElements)
            .ToLookup(part => part.GetSingleElementType().Value, part => part.GetSingleElementValue());
        var (common, organisation) = (parts["2.5.4.3"].FirstOrDefault(), parts["2.5.4.10"].FirstOrDefault());
        return organisation is null ? common
            : common is null || common == organisation ? organisation
            : $"{organisation} ({common})";
    }

    private static DateTimeOffset? Time(object? stamps)
    {
        var tokens = (stamps as Dictionary<string, object?>)?.GetValueOrDefault("tstTokens") as List<object?>;
        return
            tokens?.FirstOrDefault() is Dictionary<string, object?> first
            && first.GetValueOrDefault("val") is byte[] token
            ? Time(token)
            : null;
    }

    private static DateTimeOffset? Time(ReadOnlyMemory<byte> token)
    {
        try
        {
            if (Rfc3161TimestampToken.TryDecode(token, out var stamp, out _))
                return stamp.TokenInfo.Timestamp;
            // RFC 3161, 2.4.2: the answer of a time server is a status, then the token.
            var answer = new AsnReader(token, AsnEncodingRules.BER).ReadSequence();
            answer.ReadEncodedValue();
            return answer.HasData && Rfc3161TimestampToken.TryDecode(answer.ReadEncodedValue(), out stamp, out _)
                ? stamp.TokenInfo.Timestamp
                : null;
        }
        catch (Exception failure) when (failure is AsnContentException or CryptographicException)
        {
            return null;
        }
    }
}

using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using OnRecord.Platform;
using OnRecord.Platform.Storage;

namespace OnRecord.Sources.Protection;

/// <summary>Takes identities' keys out of their wrapping and puts them in, with the master key for as long as that takes.</summary>
internal sealed class WrappedKeys(OnRecordDb db, MasterKey master)
{
    /// <summary>The master key to seal more with. A file is only made while nothing is sealed, and one that does not fit what is sealed is not used.</summary>
    /// <param name="mine">A key that must fit; null takes any.</param>
    public async Task<Outcome<byte[]>> Master(IdentityKey? mine)
    {
        var known = mine ?? await db.Set<IdentityKey>().AsNoTracking().FirstOrDefaultAsync();
        var isFirst = known is null && !await db.Set<ProtectedIdentity>().AnyAsync();
        var key = master.Read(mayMake: isFirst);
        if (key.Refused || known is null)
            return key;
        try
        {
            Clear(IdentitySeal.Unwrap(known.Wrapped, key.Value, known.IdentityId, known.StaffId));
            return key;
        }
        catch (CryptographicException)
        {
            Clear(key.Value);
            return WrongFile();
        }
    }

    /// <param name="data">The identity's own key; null where it is refused.</param>
    public Problem? Unwrap(IdentityKey mine, out byte[]? data)
    {
        data = null;
        var key = master.Read(mayMake: false);
        if (key.Refused)
            return key.Problems[0];
        try
        {
            data = IdentitySeal.Unwrap(mine.Wrapped, key.Value, mine.IdentityId, mine.StaffId);
            return null;
        }
        catch (CryptographicException)
        {
            return WrongFile();
        }
        finally
        {
            Clear(key.Value);
        }
    }

    public static IdentityKey For(Guid staff, byte[] data, byte[] master, Guid identity, Guid by, DateTimeOffset now) =>
        new()
        {
            IdentityId = identity,
            StaffId = staff,
            Wrapped = IdentitySeal.Wrap(data, master, identity, staff),
            GivenAt = now,
            GivenBy = by,
        };

    public static void Clear(params ReadOnlySpan<byte[]> keys)
    {
        foreach (var key in keys)
            CryptographicOperations.ZeroMemory(key);
    }

    private Problem WrongFile() =>
        Problem.With(
            null,
            "The key file {0} is not the one with which identities were stored here. Put that one back; nothing was changed.",
            master.File
        );
}

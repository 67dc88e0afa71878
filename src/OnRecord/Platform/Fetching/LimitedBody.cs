namespace OnRecord.Platform.Fetching;

/// <summary>Reads what somebody else's server sends, but not more than so much of it.</summary>
internal static class LimitedBody
{
    /// <returns>Null where there is more than that.</returns>
    public static async Task<byte[]?> Read(Stream body, long most, CancellationToken stop)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int count; (count = await body.ReadAsync(buffer, stop)) > 0; )
        {
            if (bytes.Length + count > most)
                return null;
            bytes.Write(buffer, 0, count);
        }
        return bytes.ToArray();
    }
}

using System.Data.Common;

namespace OnRecord.Commands.Backups;

/// <summary>Saved copies of sources that are not named. They are not encrypted and may say who somebody is, so they do not go into an ordinary backup.</summary>
/// <param name="Bytes">The hashes of bytes that only such copies have.</param>
/// <param name="Copies">The ids of such copies, as their files are called.</param>
internal sealed record WithheldEvidence(IReadOnlySet<string> Bytes, IReadOnlySet<string> Copies)
{
    // Whoever was merged went into somebody who is named as they were.
    private const string All = """
        SELECT c."Id", c."Sha256", s."IsNamed"
        FROM "SavedCopies" c
        LEFT JOIN "LedgerEntries" e ON e."Id" = c."EntryId"
        JOIN "Sources" s ON s."Id" = COALESCE(e."SourceId", c."SourceId")
        """;

    public static readonly WithheldEvidence None = new(new HashSet<string>(), new HashSet<string>());

    /// <param name="file">A file in the folder of evidence.</param>
    public bool Holds(string file)
    {
        var name = Path.GetFileName(file);
        return name.Split('-') switch
        {
            [var bytes] => Bytes.Contains(bytes),
            [_, var own] => Copies.Contains(own.Split('.')[0]),
            _ => false,
        };
    }

    public static async Task<WithheldEvidence> Of(DbConnection database, CancellationToken stop)
    {
        var (named, unnamed, copies) = (new HashSet<string>(), new HashSet<string>(), new HashSet<string>());
        await using var command = database.CreateCommand();
        command.CommandText = All;
        await using var rows = await command.ExecuteReaderAsync(stop);
        while (await rows.ReadAsync(stop))
        {
            var isNamed = Convert.ToBoolean(rows.GetValue(2), System.Globalization.CultureInfo.InvariantCulture);
            (isNamed ? named : unnamed).Add(rows.GetString(1));
            if (!isNamed)
                copies.Add($"{rows.GetGuid(0):N}");
        }
        unnamed.ExceptWith(named);
        return new WithheldEvidence(unnamed, copies);
    }
}

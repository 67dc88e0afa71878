using Microsoft.EntityFrameworkCore;
using OnRecord.Platform.Storage;
using OnRecord.Platform.Web;

namespace OnRecord.Stories.Arrangement;

/// <summary>What a policy is about, where machines ask for such a one (schema.org, NewsMediaOrganization).</summary>
internal enum PolicyKind
{
    Ethics = 1,
    Corrections = 2,
    UnnamedSources = 3,

    /// <summary>Who owns the newsroom, and who pays for it.</summary>
    Ownership = 4,

    /// <summary>Who works there.</summary>
    Masthead = 5,

    FactChecking = 6,

    /// <summary>How readers are heard.</summary>
    Feedback = 7,

    Diversity = 8,

    /// <summary>What it covers first, and why.</summary>
    Mission = 9,

    /// <summary>When a story has no byline.</summary>
    NoBylines = 10,

    /// <summary>What comments must be like, and what becomes of those that are not.</summary>
    Comments = 11,
}

/// <summary>Where the policies of each kind stand that readers may see.</summary>
internal static class PolicyAddresses
{
    /// <returns>The path of each, encoded; of several of a kind, the one in the newsroom's language, or else the first.</returns>
    public static async Task<IReadOnlyDictionary<PolicyKind, string>> Of(OnRecordDb db, Newsroom newsroom)
    {
        var rows = await db.Set<Policy>()
            .Where(policy => policy.Kind != null && policy.LiveVersionId != null)
            .OrderBy(policy => policy.Position)
            .Select(policy => new
            {
                policy.Kind,
                policy.Slug,
                policy.Language,
            })
            .ToListAsync();
        return rows.GroupBy(row => row.Kind!.Value)
            .ToDictionary(
                group => group.Key,
                group =>
                    PublicAddress.Encode(
                        $"/about/{(group.FirstOrDefault(row => row.Language == newsroom.Language) ?? group.First()).Slug}"
                    )
            );
    }
}

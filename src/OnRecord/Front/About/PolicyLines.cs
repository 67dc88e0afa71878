using Microsoft.EntityFrameworkCore;
using OnRecord.Platform.Storage;
using OnRecord.Platform.Web;
using OnRecord.Stories.Arrangement;

namespace OnRecord.Front.About;

/// <summary>The policies that readers may see, in the newsroom's order.</summary>
internal static class PolicyLines
{
    public static async Task<List<PolicyLine>> All(OnRecordDb db)
    {
        var rows = await db.Set<Policy>()
            .OrderBy(policy => policy.Position)
            .Join(
                db.Set<PolicyVersion>(),
                policy => policy.LiveVersionId,
                version => version.Id,
                (policy, version) =>
                    new
                    {
                        policy.Position,
                        policy.Slug,
                        policy.Kind,
                        version.Title,
                        version.Language,
                    }
            )
            .OrderBy(row => row.Position)
            .ToListAsync();
        return
        [
            .. rows.Select(row => new PolicyLine(row.Title, PublicAddress.Encode($"/about/{row.Slug}"), row.Language)
            {
                IsForComments = row.Kind == PolicyKind.Comments,
            }),
        ];
    }
}

/// <summary>A policy as a link.</summary>
public sealed record PolicyLine(string Title, string Link, string Language)
{
    /// <summary>Whether it says what comments must be like.</summary>
    public bool IsForComments { get; init; }
}

using OnRecord.Media;
using OnRecord.Platform;
using OnRecord.Platform.Storage;
using OnRecord.Stories;
using OnRecord.Stories.Arrangement;

namespace OnRecord.Commands.Demonstration;

/// <summary>What the demonstration's newsroom has arranged itself: topics, menus, policies, its logo.</summary>
internal static class FurnishDemonstration
{
    /// <summary>Within the caller's transaction.</summary>
    public static async Task Into(OnRecordDb db, DemonstrationNewsroom described, Logos logos, DateTimeOffset now)
    {
        var newsroom = await db.Newsroom();
        newsroom.Contact = described.Contact;
        newsroom.Logo = await Logo(described.Logo, logos);
        newsroom.LogoDark = await Logo(described.LogoDark, logos);
        foreach (var topic in described.Topics)
            (await Topic.Named(db, topic.Name, topic.Language)).Description = topic.Description;
        foreach (var (at, link) in described.Menus.Index())
            db.MenuItems.Add(
                new MenuItem
                {
                    Id = Guid.CreateVersion7(),
                    Place = Enum.Parse<MenuPlace>(link.Place),
                    Label = link.Label,
                    Address = link.Address,
                    Language = link.Language,
                    Position = at + 1,
                }
            );
        foreach (var (at, policy) in described.Policies.Index())
            await Add(db, policy, at + 1, now);
    }

    private static async Task Add(OnRecordDb db, DemonstrationPolicy told, int position, DateTimeOffset now)
    {
        var file = Path.Combine(DemonstrationNewsroom.Folder, "policies", told.File);
        var policy = new Policy
        {
            Id = Guid.CreateVersion7(),
            Slug = Slug.From(told.Title, "policy"),
            Position = position,
            Title = told.Title,
            Language = told.Language,
            Kind = told.Kind is { } kind ? Enum.Parse<PolicyKind>(kind) : null,
            Draft = PolicyText.Read(await File.ReadAllTextAsync(file)),
        };
        db.Policies.Add(policy);
        db.PolicyVersions.Add(policy.Publish(1, now, by: null));
    }

    private static async Task<string?> Logo(string file, Logos logos)
    {
        var bytes = await File.ReadAllBytesAsync(Path.Combine(DemonstrationNewsroom.Folder, "pictures", file));
        return (await logos.Keep(bytes))?.ToString();
    }
}

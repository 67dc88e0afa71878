using System.Collections.Frozen;

namespace OnRecord.People.Staff;

/// <summary>What somebody is in the newsroom. In a small one a person is several.</summary>
[Flags]
internal enum Roles
{
    None = 0,
    Reporter = 1,
    Editor = 2,
    Legal = 4,
    Moderator = 8,
    Fundraiser = 16,
    Owner = 32,
}

/// <summary>Which role may do what.</summary>
internal static class RolePermissions
{
    private static readonly Permission[] Reporter =
    [
        Permission.EnterDesk,
        Permission.SeeStories,
        Permission.WriteStories,
        Permission.SeePictures,
        Permission.AddPictures,
    ];

    private static readonly Permission[] Editor =
    [
        .. Reporter,
        Permission.EditStories,
        Permission.PublishStories,
        Permission.DeletePictures,
        Permission.ArrangeSite,
        Permission.ModerateComments,
    ];

    private static readonly FrozenDictionary<Roles, FrozenSet<Permission>> Table = new Dictionary<Roles, Permission[]>
    {
        [Roles.Reporter] = Reporter,
        [Roles.Editor] = Editor,
        [Roles.Legal] =
        [
            Permission.EnterDesk,
            Permission.SeeStories,
            Permission.ReviewLaw,
            Permission.SeePictures,
            Permission.ReadAuditLog,
        ],
        [Roles.Moderator] = [Permission.EnterDesk, Permission.ModerateComments],
        [Roles.Fundraiser] = [Permission.EnterDesk],
        [Roles.Owner] = Enum.GetValues<Permission>(),
    }.ToFrozenDictionary(row => row.Key, row => row.Value.ToFrozenSet());

    public static IEnumerable<Roles> All => Table.Keys.Order();

    extension(Roles roles)
    {
        public bool May(Permission permission) =>
            Table.Any(row => roles.HasFlag(row.Key) && row.Value.Contains(permission));

        /// <summary>The single roles in it, in the order of the list.</summary>
        public IEnumerable<Roles> Each() => All.Where(role => roles.HasFlag(role));
    }
}

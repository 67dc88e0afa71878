using ArchUnitNET.Domain;
using ArchUnitNET.Loader;

namespace OnRecord.Tests.Architecture;

/// <summary>Who may know whom. The folders are derived from the code: a new one without a row here fails.</summary>
public class HouseRules
{
    private static readonly System.Reflection.Assembly House = typeof(Site).Assembly;

    /// <summary>Each folder, its layer, and whom of its own layer it may know. Lower layers are open to all.</summary>
    private static readonly (string Folder, int Layer, string[] MayAlsoKnow)[] Table =
    [
        ("Platform", 1, []),
        ("People", 2, []),
        ("Media", 2, ["People"]),
        ("Sources", 3, []),
        ("PublicRecord", 3, []),
        ("Stories", 3, ["Sources", "PublicRecord"]),
        ("Comments", 4, []),
        ("Imports", 4, []),
        ("Search", 4, []),
        ("Feeds", 5, []),
        ("Front", 5, []),
        ("Desk", 5, []),
        ("Commands", 6, ["(root)"]),
        ("(root)", 6, ["Commands"]),
    ];

    private static readonly ArchUnitNET.Domain.Architecture Code = new ArchLoader()
        .LoadAssemblies(
            House,
            typeof(Documents.StoryDocument).Assembly,
            typeof(Attribution.Proposal).Assembly,
            typeof(TransparencyLog.TreeHash).Assembly
        )
        .Build();

    private static IEnumerable<IType> Ours =>
        Code.Types.Where(type =>
            !IsPure(type) && type.FullName.StartsWith("OnRecord.", StringComparison.Ordinal) && !IsGenerated(type)
        );

    // The libraries below every folder; what they may know is what their projects refer to.
    private static bool IsPure(IType type) =>
        type.FullName.StartsWith("OnRecord.Documents.", StringComparison.Ordinal)
        || type.FullName.StartsWith("OnRecord.Attribution.", StringComparison.Ordinal)
        || type.FullName.StartsWith("OnRecord.TransparencyLog.", StringComparison.Ordinal);

    [Fact]
    public void Every_folder_has_its_row()
    {
        var folders = Ours.Select(Folder).Distinct().Order(StringComparer.Ordinal);
        folders.ShouldBe(Table.Select(row => row.Folder).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_rules_see_who_knows_whom()
    {
        var seen = Ours.SelectMany(type =>
                type.Dependencies.Select(dependency => dependency.Target)
                    .Where(target => target.FullName.StartsWith("OnRecord.", StringComparison.Ordinal))
                    .Select(target => (Folder(type), Folder(target)))
            )
            .ToHashSet();
        seen.ShouldContain(("Front", "Stories"));
        seen.ShouldContain(("Imports", "Platform"));
        MayKnow("Platform", "Stories").ShouldBeFalse();
        MayKnow("Front", "Desk").ShouldBeFalse();
    }

    [Fact]
    public void Nobody_knows_whom_they_may_not()
    {
        var broken =
            from type in Ours
            from dependency in type.Dependencies
            let target = dependency.Target
            where target.FullName.StartsWith("OnRecord.", StringComparison.Ordinal) && !IsPure(target)
            where !IsGenerated(target)
            let knower = Folder(type)
            let known = Folder(target)
            where knower != known && !MayKnow(knower, known)
            select $"{type.FullName} knows {target.FullName}";
        broken.Distinct().ShouldBeEmpty();
    }

    [Fact]
    public void Platform_knows_no_feature_not_even_by_name()
    {
        var features = Table.Where(row => row.Layer > 1).Select(row => row.Folder).ToHashSet();
        Ours.Where(type => Folder(type) == "Platform")
            .SelectMany(type => type.Dependencies)
            .Select(dependency => dependency.Target)
            .Where(target =>
                target.FullName.StartsWith("OnRecord.", StringComparison.Ordinal)
                && !target.FullName.Contains("Documents")
            )
            .Select(Folder)
            .ShouldNotContain(folder => features.Contains(folder));
    }

    [Fact]
    public void Documents_are_pure()
    {
        var known = typeof(Documents.StoryDocument).Assembly.GetReferencedAssemblies().Select(name => name.Name!);
        known.ShouldAllBe(name =>
            name.StartsWith("System.", StringComparison.Ordinal) || name == "AngleSharp" || name == "netstandard"
        );
    }

    [Fact]
    public void Attribution_is_pure() =>
        typeof(Attribution.Proposal)
            .Assembly.GetReferencedAssemblies()
            .Select(name => name.Name!)
            .ShouldAllBe(name => name.StartsWith("System.", StringComparison.Ordinal) || name == "OnRecord.Documents");

    [Fact]
    public void The_transparency_log_is_pure() =>
        typeof(TransparencyLog.TreeHash)
            .Assembly.GetReferencedAssemblies()
            .Select(name => name.Name!)
            .ShouldAllBe(name => name.StartsWith("System.", StringComparison.Ordinal) || name == "NSec.Cryptography");

    [Fact]
    public void Entities_are_internal_and_views_are_public()
    {
        var entities = House
            .GetTypes()
            .SelectMany(type => type.GetInterfaces())
            .Where(type =>
                type.IsGenericType && type.Name.StartsWith("IEntityTypeConfiguration", StringComparison.Ordinal)
            )
            .Select(type => type.GenericTypeArguments[0]);
        entities.ShouldNotBeEmpty();
        entities.ShouldAllBe(entity => !entity.IsVisible);
        House
            .GetTypes()
            .Where(type => type.Name.EndsWith("View", StringComparison.Ordinal))
            .ShouldAllBe(view => view.IsPublic);
    }

    [Fact]
    public void Names_say_what_things_are()
    {
        string[] vague = ["Manager", "Helper", "Util", "Utils", "Service", "Impl", "Dto", "Info", "Common", "Base"];
        House
            .GetTypes()
            .Where(type => !type.Name.Contains('<'))
            .Where(type => vague.Any(word => type.Name.EndsWith(word, StringComparison.Ordinal)))
            .ShouldBeEmpty();
    }

    // EF Core writes migrations and compiled models; they name every feature's entities.
    private static bool IsGenerated(IType type) =>
        type.FullName.Contains(".Storage.Migrations.") || type.FullName.Contains(".Storage.Models.");

    private static bool MayKnow(string from, string to)
    {
        var (knower, known) = (Row(from), Row(to));
        return known.Layer < knower.Layer || knower.MayAlsoKnow.Contains(to);
    }

    private static (string Folder, int Layer, string[] MayAlsoKnow) Row(string folder) =>
        Table.FirstOrDefault(row => row.Folder == folder) is { Folder: not null } row
            ? row
            : (folder, int.MaxValue, []);

    private static string Folder(IType type)
    {
        var parts = type.FullName.Split('.', '+', '/');
        return parts.Length > 2 && type.Namespace.FullName.StartsWith("OnRecord.", StringComparison.Ordinal)
            ? type.Namespace.FullName.Split('.')[1]
            : "(root)";
    }
}

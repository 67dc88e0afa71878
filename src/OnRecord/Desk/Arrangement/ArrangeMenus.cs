using Microsoft.EntityFrameworkCore;
using OnRecord.Documents;
using OnRecord.People.AuditLog;
using OnRecord.People.Staff;
using OnRecord.Platform;
using OnRecord.Platform.Storage;
using OnRecord.Stories.Arrangement;

namespace OnRecord.Desk.Arrangement;

/// <summary>The links beside the sections, and those in the foot.</summary>
internal static class ArrangeMenus
{
    public static Task<IResult> Get(HttpContext http, OnRecordDb db, ArrangementRoom room) =>
        Page(http, null, new MenuForm("", "", null, MenuPlace.Head), [], db, room);

    public static async Task<IResult> Add(
        HttpContext http,
        IFormCollection sent,
        SignedIn who,
        OnRecordDb db,
        ArrangementRoom room,
        TimeProvider clock
    )
    {
        var filled = new Filled(sent, ArrangementRoom.Words(who));
        var form = MenuForm.Read(filled);
        if (filled.Refused)
            return await Page(http, null, form, filled.Problems, db, room);
        await db.Transact(async () =>
        {
            var last =
                await db.MenuItems.Where(row => row.Place == form.Place).MaxAsync(row => (int?)row.Position) ?? 0;
            var item = new MenuItem
            {
                Id = Guid.CreateVersion7(),
                Place = form.Place,
                Label = form.Label,
                Address = form.Address,
                Language = form.Language,
                Position = last + 1,
            };
            db.MenuItems.Add(item);
            db.Audit(who, clock.GetUtcNow(), "site.menu.added", $"menu:{item.Id}", form.Label, form.Address);
        });
        return ArrangementRoom.Done(http, "/menus");
    }

    public static async Task<IResult> Order(
        HttpContext http,
        IFormCollection sent,
        SignedIn who,
        OnRecordDb db,
        TimeProvider clock
    )
    {
        var place = sent["place"] == "Foot" ? MenuPlace.Foot : MenuPlace.Head;
        await db.Transact(async () =>
        {
            var items = await db.MenuItems.Where(row => row.Place == place).OrderBy(row => row.Position).ToListAsync();
            foreach (var (at, item) in Reorder.Read(sent, items, row => row.Id).Index())
                item.Position = at + 1;
            var order = string.Join(", ", items.OrderBy(row => row.Position).Select(row => row.Label));
            db.Audit(who, clock.GetUtcNow(), "site.menu.ordered", $"menu:{place}", order);
        });
        return ArrangementRoom.Done(http, "/menus");
    }

    public static async Task<IResult> Edit(Guid id, HttpContext http, OnRecordDb db, ArrangementRoom room) =>
        await db.MenuItems.FindAsync(id) is { } item
            ? await Page(http, item, new MenuForm(item.Label, item.Address, item.Language, item.Place), [], db, room)
            : Results.NotFound();

    public static async Task<IResult> Save(
        Guid id,
        HttpContext http,
        IFormCollection sent,
        SignedIn who,
        OnRecordDb db,
        ArrangementRoom room,
        TimeProvider clock
    )
    {
        if (await db.MenuItems.FindAsync(id) is not { } item)
            return Results.NotFound();
        var filled = new Filled(sent, ArrangementRoom.Words(who));
        var form = MenuForm.Read(filled);
        if (filled.Refused)
            return await Page(http, item, form, filled.Problems, db, room);
        await db.Transact(() =>
        {
            (item.Label, item.Address, item.Language, item.Place) = (
                form.Label,
                form.Address,
                form.Language,
                form.Place
            );
            db.Audit(who, clock.GetUtcNow(), "site.menu.changed", $"menu:{id}", form.Label, form.Address);
            return Task.CompletedTask;
        });
        return ArrangementRoom.Done(http, "/menus");
    }

    public static async Task<IResult> Delete(Guid id, HttpContext http, SignedIn who, OnRecordDb db, TimeProvider clock)
    {
        if (await db.MenuItems.FindAsync(id) is not { } item)
            return Results.NotFound();
        await db.Transact(() =>
        {
            db.MenuItems.Remove(item);
            db.Audit(who, clock.GetUtcNow(), "site.menu.deleted", $"menu:{id}", item.Label, item.Address);
            return Task.CompletedTask;
        });
        return ArrangementRoom.Done(http, "/menus");
    }

    private static async Task<IResult> Page(
        HttpContext http,
        MenuItem? item,
        MenuForm form,
        IReadOnlyList<Problem> problems,
        OnRecordDb db,
        ArrangementRoom room
    )
    {
        var (frame, newsroom) = await room.Around(http, "Menus", problems, item?.Label);
        var items = await db.Set<MenuItem>().AsNoTracking().OrderBy(row => row.Position).ToListAsync();
        IReadOnlyList<MenuRow> Of(MenuPlace place) =>
            [
                .. items
                    .Where(row => row.Place == place)
                    .Select(row => new MenuRow(row.Id, row.Label, row.Language ?? newsroom.Language, row.Address)),
            ];
        var view = new MenusView
        {
            Frame = frame,
            Id = item?.Id,
            Head = Of(MenuPlace.Head),
            Foot = Of(MenuPlace.Foot),
            Label = form.Label,
            Address = form.Address,
            Language = form.Language,
            InFoot = form.Place == MenuPlace.Foot,
        };
        return item is null ? await room.Page<MenusPage>(frame, view) : await room.Page<MenuItemPage>(frame, view);
    }
}

/// <summary>A link as it was filled in.</summary>
internal sealed record MenuForm(string Label, string Address, string? Language, MenuPlace Place)
{
    public static MenuForm Read(Filled filled)
    {
        var form = new MenuForm(
            filled.Needed("label", 60, "LabelMissing"),
            filled.Needed("address", 500, "AddressMissing"),
            filled.Language(),
            filled.Line("place", 10) == "Foot" ? MenuPlace.Foot : MenuPlace.Head
        );
        if (form.Address.Length == 0)
            return form;
        var safe = SafeAddress.ForLink(form.Address);
        if (safe is not null && (safe[0] == '/' || safe.StartsWith("https://", StringComparison.Ordinal)))
            return form with { Address = safe };
        filled.Refuse("address", "AddressUnknown", form.Address);
        return form;
    }
}

/// <summary>The two menus, and the form for one more link or for the one that is changed.</summary>
public sealed record MenusView
{
    public required ArrangementView Frame { get; init; }

    /// <summary>The link that is changed; null on the list.</summary>
    public Guid? Id { get; init; }

    public required IReadOnlyList<MenuRow> Head { get; init; }
    public required IReadOnlyList<MenuRow> Foot { get; init; }
    public required string Label { get; init; }
    public required string Address { get; init; }
    public string? Language { get; init; }
    public required bool InFoot { get; init; }
}

/// <summary>A link in the list.</summary>
public sealed record MenuRow(Guid Id, string Label, string Language, string Address);

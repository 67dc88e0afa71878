using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OnRecord.People.AuditLog;
using OnRecord.People.Staff;
using OnRecord.Platform.Files;
using OnRecord.Sources.Protection;
using static OnRecord.Tests.Sources.Protection.UnnamedSource;

namespace OnRecord.Tests.Sources.Protection;

public sealed class IdentityTests
{
    private const string Name = "Halvard Østbye-Ilić, crane driver, +47 000 00 000";
    private const HttpStatusCode Ok = HttpStatusCode.OK;
    private const HttpStatusCode Done = HttpStatusCode.SeeOther;
    private const HttpStatusCode Refused = HttpStatusCode.UnprocessableEntity;

    [Fact]
    public async Task Who_somebody_is_is_shown_to_who_asks_and_only_in_that_answer()
    {
        await using var app = await OnRecordApp.Start();
        using var tom = await app.Colleague(Roles.Editor, "Tom Brandt");
        var source = await app.Unnamed();
        (await tom.Page(IdentityPage(source))).ShouldContain("Nothing is stored about who this is.");
        await tom.StoreIdentity(source, Name).ShouldBe(Done);
        WebUtility.HtmlDecode(await tom.Page(IdentityPage(source))).ShouldNotContain("Østbye");
        (await tom.OpenIdentity(source).ShouldBe(Ok)).ShouldContain(Name);
        WebUtility.HtmlDecode(await tom.Page(IdentityPage(source))).ShouldNotContain("Østbye");
        (await tom.Page(IdentityPage(source))).ShouldContain("looked up who a source is");
        await tom.StoreIdentity(source, "Somebody else").ShouldBe(Done);
        (await tom.OpenIdentity(source).ShouldBe(Ok)).ShouldContain("Somebody else");
    }

    [Fact]
    public async Task Only_editors_who_were_let_know_can_open_it_and_only_while_they_are_editors()
    {
        await using var app = await OnRecordApp.Start();
        using var tom = await app.Colleague(Roles.Editor, "Tom Brandt");
        using var mara = await app.Colleague(Roles.Editor, "Mara Lind");
        using var owner = await app.Colleague(Roles.Owner, "Agnes Roth");
        using var ines = await app.Colleague(Roles.Reporter);
        var source = await app.Unnamed();
        await tom.StoreIdentity(source, Name).ShouldBe(Done);
        (await mara.OpenIdentity(source).ShouldBe(Refused)).ShouldNotContain("Østbye");
        (await owner.OpenIdentity(source).ShouldBe(Refused)).ShouldContain("You may not know who this source is.");
        (await mara.Page(IdentityPage(source))).ShouldNotContain("Who did what with it");
        await mara.GiveIdentity(source, mara).ShouldBe(Refused);
        await mara.StoreIdentity(source, "Nobody").ShouldBe(Refused);
        await ines.OpenIdentity(source).ShouldBe(HttpStatusCode.Forbidden);
        await tom.GiveIdentity(source, ines).ShouldBe(Refused);
        await tom.GiveIdentity(source, mara).ShouldBe(Done);
        (await mara.OpenIdentity(source).ShouldBe(Ok)).ShouldContain(Name);
        (await mara.Page(IdentityPage(source))).ShouldContain("was refused who a source is");
        await app.ChangeRoles(mara, Roles.Reporter);
        await mara.OpenIdentity(source).ShouldBe(HttpStatusCode.Forbidden);
        (await tom.Page(IdentityPage(source))).ShouldContain("cannot open it now");
        await tom.TakeIdentity(source, tom).ShouldBe(Refused);
        await app.ChangeRoles(mara, Roles.Editor | Roles.Reporter);
        await tom.TakeIdentity(source, tom).ShouldBe(Done);
        await tom.OpenIdentity(source).ShouldBe(Refused);
        (await mara.OpenIdentity(source).ShouldBe(Ok)).ShouldContain(Name);
    }

    [Fact]
    public async Task A_role_lost_between_the_request_and_the_opening_opens_nothing()
    {
        await using var app = await OnRecordApp.Start();
        using var tom = await app.Colleague(Roles.Editor, "Tom Brandt");
        var id = await app.Unnamed();
        await tom.StoreIdentity(id, Name).ShouldBe(Done);
        var atTheDoor = new Actor(SignedIn.As(tom.Staff), "Tom Brandt", null);
        await app.InDatabase(async db =>
        {
            (await db.Staff.FindAsync(tom.Id))!.LockedOutAt = app.Clock.GetUtcNow();
            return await db.SaveChangesAsync();
        });
        await using var scope = app.Services.CreateAsyncScope();
        var source = await app.InDatabase(db => db.Set<OnRecord.Sources.Source>().SingleAsync(row => row.Id == id));
        (
            await scope.ServiceProvider.GetRequiredService<ProtectIdentity>().Open(source, atTheDoor)
        ).Refused.ShouldBeTrue();
    }

    [Fact]
    public async Task Forgetting_deletes_cipher_text_and_keys_and_an_owner_may()
    {
        await using var app = await OnRecordApp.Start();
        using var tom = await app.Colleague(Roles.Editor, "Tom Brandt");
        using var mara = await app.Colleague(Roles.Editor, "Mara Lind");
        using var owner = await app.Colleague(Roles.Owner, "Agnes Roth");
        var source = await app.Unnamed();
        await tom.StoreIdentity(source, Name).ShouldBe(Done);
        var cipher = await app.InDatabase(db => db.ProtectedIdentities.Select(row => row.Sealed).SingleAsync());
        await mara.ForgetIdentity(source).ShouldBe(Refused);
        await tom.Post($"{IdentityPage(source)}/forget", []).ShouldBe(Refused);
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        await owner.ForgetIdentity(source).ShouldBe(Done);
        (await app.InDatabase(db => db.Set<IdentityKey>().CountAsync())).ShouldBe(0);
        await tom.OpenIdentity(source).ShouldBe(Refused);
        if (!TestDatabase.IsPostgres)
            foreach (var file in Directory.EnumerateFiles(Path.Combine(app.Folder, "data"), "onrecord.db*"))
                (await Opened(file)).AsSpan().IndexOf(cipher.AsSpan(28, 64)).ShouldBe(-1, file);
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        await tom.StoreIdentity(source, Name).ShouldBe(Done);
        var acts = await app.InDatabase(db =>
            db.Set<AuditEntry>().Where(row => row.Act.StartsWith("identity.")).OrderBy(row => row.At).ToListAsync()
        );
        acts.Select(row => row.Act).ShouldBe(["identity.stored", "identity.forgotten", "identity.stored"]);
        acts.ShouldAllBe(row => row.Label == Description);
    }

    [Fact]
    public async Task Only_of_those_who_are_not_named_is_there_such_a_page()
    {
        await using var app = await OnRecordApp.Start();
        using var tom = await app.Colleague(Roles.Editor, "Tom Brandt");
        var named = await app.Unnamed("Greta Lindqvist", isNamed: true);
        await tom.Page(IdentityPage(named), HttpStatusCode.NotFound);
        await tom.StoreIdentity(named, Name).ShouldBe(HttpStatusCode.NotFound);
        await tom.Page(IdentityPage(Guid.CreateVersion7()), HttpStatusCode.NotFound);
        var source = await app.Unnamed();
        await tom.StoreIdentity(source, "  \u0001\n ").ShouldBe(Refused);
        await tom.StoreIdentity(source, new string('x', ProtectIdentity.Longest + 1)).ShouldBe(Refused);
        (await app.InDatabase(db => db.ProtectedIdentities.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task The_key_file_is_made_once_for_its_owner_alone_and_never_replaced()
    {
        await using var app = await OnRecordApp.Start();
        using var tom = await app.Colleague(Roles.Editor, "Tom Brandt");
        var (source, other) = (await app.Unnamed(), await app.Unnamed("a second person"));
        var file = Path.Combine(app.Folder, "data-keys", "identities.key");
        File.Exists(file).ShouldBeFalse();
        await tom.StoreIdentity(source, Name).ShouldBe(Done);
        File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.GetUnixFileMode(Path.GetDirectoryName(file)!)
            .ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var key = await File.ReadAllBytesAsync(file);
        key.Length.ShouldBe(32);

        File.Delete(file);
        (await tom.OpenIdentity(source).ShouldBe(Refused)).ShouldContain($"The key file {file} is missing");
        (await tom.StoreIdentity(other, Name).ShouldBe(Refused)).ShouldContain("no other key is made");
        File.Exists(file).ShouldBeFalse();

        await File.WriteAllBytesAsync(file, new byte[31]);
        File.SetUnixFileMode(file, UnixFileMode.UserRead);
        (await tom.OpenIdentity(source).ShouldBe(Refused)).ShouldContain("holds 31 bytes where a key has 32");
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.OtherRead | UnixFileMode.UserWrite);
        (await tom.OpenIdentity(source).ShouldBe(Refused)).ShouldContain("chmod 600");
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        await File.WriteAllBytesAsync(file, new byte[32]);
        (await tom.OpenIdentity(source).ShouldBe(Refused)).ShouldContain(
            "is not the one with which identities were stored"
        );
        (await tom.StoreIdentity(other, Name).ShouldBe(Refused)).ShouldContain("is not the one");

        await File.WriteAllBytesAsync(file, key);
        (await tom.OpenIdentity(source).ShouldBe(Ok)).ShouldContain(Name);
    }

    [Fact]
    public void A_key_file_inside_the_data_folder_is_refused_even_behind_a_link()
    {
        var folder = Directory.CreateTempSubdirectory("onrecord-keys-").FullName;
        var data = new DataFolder(Path.Combine(folder, "data"));
        Directory.CreateDirectory(Path.Combine(data.Path, "inside"));
        Directory.CreateSymbolicLink(Path.Combine(folder, "elsewhere"), Path.Combine(data.Path, "inside"));
        foreach (var place in new[] { "data/identities.key", "data/../data/k", "elsewhere/identities.key" })
        {
            var options = new SourceProtectionOptions { KeyFile = Path.Combine(folder, place) };
            var key = new MasterKey(Microsoft.Extensions.Options.Options.Create(options), data).Read(mayMake: true);
            key.Refused.ShouldBeTrue();
            key.Problems[0].Message.ShouldContain("lies inside the data folder");
        }
        Directory.GetFiles(folder, "*", SearchOption.AllDirectories).ShouldBeEmpty();
        var unreadable = new SourceProtectionOptions
        {
            KeyFile = Path.Combine(folder, "elsewhere", "..", "..", "dev", "null", "k"),
        };
        new MasterKey(Microsoft.Extensions.Options.Options.Create(unreadable), data)
            .Read(mayMake: false)
            .Refused.ShouldBeTrue();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void A_seal_opens_only_whole_and_only_for_whom_it_was_made()
    {
        var (identity, staff) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var (data, master) = (IdentitySeal.NewKey(), IdentitySeal.NewKey());
        var sealedWords = IdentitySeal.Seal(Name, data, identity);
        IdentitySeal.Open(sealedWords, data, identity).ShouldBe(Name);
        IdentitySeal.Seal("Al", data, identity).Length.ShouldBe(sealedWords.Length);
        IdentitySeal.Seal(Name, data, identity).ShouldNotBe(sealedWords);
        var wrapped = IdentitySeal.Wrap(data, master, identity, staff);
        IdentitySeal.Unwrap(wrapped, master, identity, staff).ShouldBe(data);
        ShouldNotOpen(() => IdentitySeal.Open(sealedWords, data, Guid.CreateVersion7()));
        ShouldNotOpen(() => IdentitySeal.Open(sealedWords, IdentitySeal.NewKey(), identity));
        ShouldNotOpen(() => IdentitySeal.Unwrap(wrapped, master, identity, Guid.CreateVersion7()));
        ShouldNotOpen(() => IdentitySeal.Unwrap(wrapped, master, Guid.CreateVersion7(), staff));
        ShouldNotOpen(() => IdentitySeal.Unwrap(wrapped, IdentitySeal.NewKey(), identity, staff));
        ShouldNotOpen(() => IdentitySeal.Open([], data, identity));
        foreach (var at in new[] { 0, 12, 28, sealedWords.Length - 1 })
        {
            var changed = sealedWords.ToArray();
            changed[at] ^= 1;
            ShouldNotOpen(() => IdentitySeal.Open(changed, data, identity));
        }
    }

    private static void ShouldNotOpen(Action open) =>
        Should.Throw<Exception>(open).ShouldBeAssignableTo<System.Security.Cryptography.CryptographicException>();

    private static async Task<byte[]> Opened(string file)
    {
        await using var stream = new FileStream(
            file,
            FileMode.Open,
            FileAccess.Read,
            FileShare.ReadWrite | FileShare.Delete
        );
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes);
        return bytes.ToArray();
    }
}

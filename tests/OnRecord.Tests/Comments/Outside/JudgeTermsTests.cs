using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OnRecord.Comments.Judging;
using OnRecord.Comments.Outside;
using OnRecord.Platform.Files;

namespace OnRecord.Tests.Comments.Outside;

public sealed class JudgeTermsTests : IDisposable
{
    private const string Address = "https://judge.example.org/comments";
    private const string Secret = JudgeStandIn.Secret;

    private readonly string folder = Directory.CreateTempSubdirectory("onrecord-test-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void It_signs_as_the_published_vector_does()
    {
        using var vectors = JsonDocument.Parse(
            File.ReadAllBytes(Shared.Path("conformance", "webhooks-spec", "vectors.json"))
        );
        var vector = vectors.RootElement.GetProperty("sign");
        string Of(string name) => vector.GetProperty(name).GetString()!;
        string Signed(string secret) =>
            JudgeSecrets
                .Read(secret)
                .Value!.Sign(
                    Of("id"),
                    vector.GetProperty("timestamp").GetInt64(),
                    Encoding.UTF8.GetBytes(Of("payload"))
                );
        Signed(Of("secret")).ShouldBe(Of("signature"));
        Signed(Of("secret")["whsec_".Length..]).ShouldBe(Of("signature"));
        var both = Signed($"{Secret} {Of("secret")}\n").Split(' ');
        both.Length.ShouldBe(2);
        both[0].ShouldBe(Signed(Secret));
        both[1].ShouldBe(Of("signature"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("whsec_")]
    [InlineData("whsec_c2hvcnQ=")]
    [InlineData("whsec_not Base64, this, but long enough to be it")]
    [InlineData(Secret + " whsec_c2hvcnQ=")]
    public void A_secret_that_is_none_is_refused(string written) =>
        JudgeSecrets.Read(written).Problems.ShouldHaveSingleItem().Message.ShouldContain("openssl rand -base64 32");

    [Theory]
    [InlineData("judge.example.org", Secret, 3, "Comments:OutsideJudge:Address is not understood")]
    [InlineData("ftp://judge.example.org/", Secret, 3, "Comments:OutsideJudge:Address is not understood")]
    [InlineData("https://me:hidden@judge.example.org/", Secret, 3, "without a name or password")]
    [InlineData(null, Secret, 3, "has a secret and no Address")]
    [InlineData(Address, null, 3, "needs the secret that it shares with the judge")]
    [InlineData(Address, "whsec_c2hvcnQ=", 3, "The secret of Comments:OutsideJudge is not understood")]
    [InlineData(Address, Secret, 0, "from 1 to 30")]
    [InlineData(Address, Secret, 31, "from 1 to 30")]
    public async Task What_cannot_be_right_is_refused_at_start_with_a_sentence(
        string? address,
        string? secret,
        int seconds,
        string sentence
    )
    {
        var fault = await Should.ThrowAsync<OptionsValidationException>(() =>
            Start(
                ("Comments:OutsideJudge:Address", address),
                ("Comments:OutsideJudge:Secret", secret),
                ("Comments:OutsideJudge:Seconds", $"{seconds}")
            )
        );
        var said = fault.Failures.ShouldHaveSingleItem();
        said.ShouldContain(sentence);
        said.ShouldNotContain(Secret);
        said.ShouldNotContain("hidden");
        said.ShouldNotContain("c2hvcnQ");
    }

    [Fact]
    public async Task What_can_be_right_is_not()
    {
        await Start();
        await Start(
            ("Comments:OutsideJudge:Address", "http://127.0.0.1:8099"),
            ("Comments:OutsideJudge:Secret", Secret)
        );
    }

    [Fact]
    public void The_secret_may_lie_in_a_file_that_is_its_owner_s_alone()
    {
        var file = Path.Combine(folder, "judge.secret");
        var options = new OutsideJudgeOptions { Address = Address, SecretFile = file };
        Read(options).Problems[0].Message.ShouldContain($"{file} is missing");
        File.WriteAllText(file, $"{Secret}\n");
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        var terms = Read(options).Value.ShouldNotBeNull();
        terms.Patience.ShouldBe(TimeSpan.FromSeconds(3));
        terms.Secrets.Sign("msg_1", 1, []).ShouldBe(JudgeSecrets.Read(Secret).Value!.Sign("msg_1", 1, []));
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.OtherRead);
        Read(options).Problems[0].Message.ShouldContain("chmod 600");
        options.Secret = Secret;
        Read(options).Problems[0].Message.ShouldContain("one of the two");
    }

    [Theory]
    [InlineData("""{"verdict":"publish"}""", "Publish", null)]
    [InlineData("""{"verdict":"publish","reason":"Fine."}""", "Publish", null)]
    [InlineData("""{"verdict":"hold","reason":" Two\nlines.\u0000 "}""", "Hold", "Two lines.")]
    [InlineData("""{"verdict":"reject","reason":"Because.","more":[1]}""", "Reject", "Because.")]
    [InlineData("", "Hold", null)]
    [InlineData("publish", "Hold", null)]
    [InlineData("\"publish\"", "Hold", null)]
    [InlineData("[]", "Hold", null)]
    [InlineData("{}", "Hold", null)]
    [InlineData("""{"verdict":"Publish"}""", "Hold", null)]
    [InlineData("""{"verdict":true}""", "Hold", null)]
    [InlineData("""{"verdict":"hold"}""", "Hold", null)]
    [InlineData("""{"verdict":"reject","reason":" "}""", "Hold", null)]
    [InlineData("""{"verdict":"reject","reason":7}""", "Hold", null)]
    [InlineData("""{"verdict":"hold","reason":"\ud83d"}""", "Hold", null)]
    [InlineData("""{"verdict":"reject","verdict":"publish"}""", "Hold", null)]
    [InlineData("""{"verdict":"publish"} {"verdict":"publish"}""", "Hold", null)]
    public void Only_three_answers_are_understood_and_two_of_them_need_a_reason(
        string body,
        string verdict,
        string? reason
    )
    {
        var answer = JudgeAnswer.Read(Encoding.UTF8.GetBytes(body));
        $"{answer.Verdict}".ShouldBe(verdict);
        answer.IsFailure.ShouldBe(answer.Why?.Key == "Judge.Unclear");
        if (reason is null)
            answer.Why?.Key.ShouldBe("Judge.Unclear");
        else
            answer.Why!.Values.ShouldBe([reason]);
        (answer.Verdict == Verdict.Publish).ShouldBe(answer.Why is null);
    }

    [Fact]
    public void A_reason_is_cut_where_it_is_too_long_and_no_letter_is_halved()
    {
        var answer = JudgeAnswer.Read(
            Encoding.UTF8.GetBytes($$"""{"verdict":"hold","reason":"{{new string('x', 298)}}🙂 and so on"}""")
        );
        answer.Why!.Values.ShouldBe([$"{new string('x', 298)}…"]);
    }

    private OnRecord.Platform.Outcome<JudgeTerms> Read(OutsideJudgeOptions options) =>
        JudgeTerms.Read(options, new DataFolder(Path.Combine(folder, "data"))).ShouldNotBeNull();

    // All but the database and the port.
    private async Task Start(params (string Key, string? Value)[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection(settings.Select(pair => KeyValuePair.Create(pair.Key, pair.Value)));
        await using var app = Site.Build(
            builder,
            new SiteSettings(Path.Combine(folder, "data"), null, "https://news.example.org")
        );
        app.Services.GetRequiredService<IStartupValidator>().Validate();
    }
}

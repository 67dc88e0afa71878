using OnRecord.People.Staff;

namespace OnRecord.Tests.People;

public class DoorTests
{
    // RFC 6238, appendix B, the last six digits of each.
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_the_standard(long seconds, string code) =>
        Totp.CodeAt("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", DateTimeOffset.FromUnixTimeSeconds(seconds)).ShouldBe(code);

    [Fact]
    public void A_code_is_good_a_step_early_and_a_step_late()
    {
        var secret = Totp.NewSecret();
        var now = DateTimeOffset.FromUnixTimeSeconds(1_770_000_000);
        foreach (var (off, good) in new[] { (-60, false), (-30, true), (0, true), (30, true), (60, false) })
            (Totp.StepOf(secret, Totp.CodeAt(secret, now.AddSeconds(off)), now) is not null).ShouldBe(good, $"{off}");
        Totp.StepOf(secret, "", now).ShouldBeNull();
        Totp.StepOf(secret, "١٢٣٤٥٦", now).ShouldBeNull();
    }

    [Theory]
    [InlineData("short enough", true)]
    [InlineData("elevenchars", false)]
    [InlineData("password1234", false)]
    [InlineData("Qwertyuiop123", false)]
    [InlineData("aaaaaaaaaaaaaaaa", false)]
    [InlineData("ines okafor 2026", false)]
    [InlineData("lowlandledger1", false)]
    [InlineData("ines@lowland.example", false)]
    [InlineData("ines found four crows over the weir", true)]
    [InlineData("чотири ворони над греблею", true)]
    public void A_password_is_long_and_not_the_first_that_anyone_would_try(string password, bool good) =>
        (
            PasswordRule.Of(password, Access.Words("en"), "Ines Okafor", "ines@lowland.example", "The Lowland Ledger")
            is null
        ).ShouldBe(good);

    [Fact]
    public void Recovery_codes_are_ten_and_all_different()
    {
        var codes = RecoveryCodes.Make();
        codes.Distinct().Count().ShouldBe(10);
        var kept = RecoveryCodes.Kept(codes);
        kept.ShouldNotContain(codes[0]);
        RecoveryCodes.Count(RecoveryCodes.Without(kept, codes[0])!).ShouldBe(9);
        RecoveryCodes.Without(kept, "aaaa-aaaa-aaaa-aaaa").ShouldBeNull();
    }
}

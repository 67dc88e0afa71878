using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using OnRecord.Comments;
using OnRecord.Comments.Posting;

namespace OnRecord.Tests.Comments.Posting;

public class WatchTests
{
    [Fact]
    public void What_is_nearly_the_same_is_known_again_whoever_says_it()
    {
        var likenesses = new Likenesses();
        var (one, other) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        likenesses.Add(0x0123456789abcdef, one).ShouldBe((0, 0));
        likenesses.Add(0x0123456789abcdee, other).ShouldBe((1, 0));
        likenesses.Add(0x0123456789abcded, one).ShouldBe((1, 1));
        likenesses.Add(~0x0123456789abcdef, one).ShouldBe((0, 0));
        // What is long ago is not compared any more.
        for (var at = 0; at < 10_000; at++)
            likenesses.Add(BitConverter.ToInt64(RandomNumberGenerator.GetBytes(8)) | 1L << 62, other);
        likenesses.Add(0x0123456789abcdef, one).BySame.ShouldBe(0);
    }

    [Fact]
    public async Task Work_counts_once_and_only_for_a_while()
    {
        await using var talk = await TalkNewsroom.Open();
        await talk.Shown("So that there is a key.");
        var work = talk.App.Services.GetRequiredService<WorkProof>();
        var answer = Worked(work.Challenge());
        work.Holds(answer).ShouldBeTrue();
        work.Holds(answer).ShouldBeFalse();
        work.Holds($"{work.Challenge()}:1").ShouldBeFalse();
        work.Holds("AAAA:1").ShouldBeFalse();
        work.Holds(new string('x', 10_000)).ShouldBeFalse();
        var late = Worked(work.Challenge());
        talk.App.Clock.Advance(TimeSpan.FromMinutes(31));
        work.Holds(late).ShouldBeFalse();
    }

    [Fact]
    public async Task Under_attack_a_comment_waits_unless_its_browser_worked_for_it()
    {
        await using var talk = await TalkNewsroom.Open();
        await talk.Shown("So that the address is confirmed.");
        (await talk.App.Http.GetAsync($"/comments/work?story={talk.StoryId}")).StatusCode.ShouldBe(
            HttpStatusCode.NoContent
        );
        await talk.Arrange(house => house.AttackPerMinute = 2);
        await talk.Sent("One of many.", email: "other@post.example");
        var asked = await talk.App.Page($"/comments/work?story={talk.StoryId}");
        var challenge = System.Text.Json.JsonDocument.Parse(asked).RootElement.GetProperty("challenge").GetString()!;
        var without = await talk.Sent("I have no script, and something to say.");
        (without.State, without.Why).ShouldBe((CommentState.Held, "Siege"));
        (await talk.Sent("I have a script, and something to say.", more: ("work", Worked(challenge)))).State.ShouldBe(
            CommentState.Published
        );
    }

    [Theory]
    [InlineData("website", "https://spam.example", "Trap")]
    [InlineData("took", "400", "TooQuick")]
    public async Task A_machine_is_held_not_refused(string field, string value, string why)
    {
        await using var talk = await TalkNewsroom.Open();
        await talk.Shown("So that the address is confirmed.");
        var comment = await talk.Sent("A machine wrote this.", more: (field, value));
        (comment.State, comment.Why).ShouldBe((CommentState.Held, why));
    }

    private static string Worked(string challenge)
    {
        for (var number = 0; ; number++)
        {
            var answer = $"{challenge}:{number}";
            var hash = SHA256.HashData(Encoding.ASCII.GetBytes(answer));
            if (hash[0] == 0 && hash[1] == 0)
                return answer;
        }
    }
}

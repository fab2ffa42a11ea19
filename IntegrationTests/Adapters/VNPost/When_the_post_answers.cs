using DichVuCong.Contracts.Parcels;
using DichVuCong.Messaging;
using DichVuCong.VNPost.Tests.Doubles;
using Microsoft.AspNetCore.Http;

namespace DichVuCong.VNPost.Tests;

/// <summary>Every answer that is documented or seen, and what is done about it.</summary>
internal sealed class When_the_post_answers
{
    [TestCase("""{"Status":"100","Message":"Success"}""", 200, "Done: done")]
    [TestCase("""{"status":100,"message":null}""", 200, "Done: done")]
    [TestCase("""
              "{\"Status\":\"100\"}"
              """, 200, "Done: done")]
    [TestCase("""{"Status":"101","Message":"Da ton tai"}""", 200, "Done: the post had it already")]
    [TestCase("""{"Status":"102","Message":"Sai mã tỉnh"}""", 200, "Refused: Status 102: Sai mã tỉnh")]
    [TestCase("""{"Status":"400","Message":"CustomerCode không đúng"}""", 400, "Refused: Status 400: CustomerCode không đúng")]
    [TestCase("""{"Status":"900","Message":"bận"}""", 200, "Transient: Status 900: the post is busy")]
    [TestCase("""{"Status":"100"}""", 502, "Unknown: HTTP 502 with Status 100")]
    [TestCase("""{"Status":"102"}""", 500, "Unknown: HTTP 500 with Status 102")]
    [TestCase("""{"message":"no Status"}""", 200, "Unknown: HTTP 200: an answer without a Status")]
    [TestCase("<html>gateway</html>", 200, "Unknown: HTTP 200: an answer without a Status")]
    [TestCase("", 500, "Unknown: HTTP 500: an answer without a Status")]
    [TestCase("", 400, "Transient: HTTP 400: the post cannot read our call")]
    [TestCase("", 403, "Transient: HTTP 403: the call did not reach the operation")]
    [TestCase("", 404, "Transient: HTTP 404: the call did not reach the operation")]
    [TestCase("", 302, "Transient: HTTP 302: the call did not reach the operation")]
    [TestCase("", 429, "Transient: HTTP 429: the post asks to wait")]
    [TestCase("", 503, "Transient: HTTP 503: the post asks to wait")]
    public async Task Should_give_each_answer_its_class(string answer, int status, string outcome)
    {
        await using var post = await FakePost.AnsweringAsync(answer, status);
        using var bench = new PostBench(post.Root, PostBench.Settings(post.Root, busy: ["900"]));

        (await bench.CreateAsync()).ToString().ShouldBe(outcome);
    }

    [Test]
    public async Task Should_take_101_for_a_refusal_where_the_settings_say_so()
    {
        await using var post = await FakePost.AnsweringAsync("""{"Status":"101","Message":"trùng số"}""");
        using var bench = new PostBench(post.Root, PostBench.Settings(post.Root, existing: ""));

        (await bench.CreateAsync()).Reply.ShouldBe(new PostOrderNotCreated(PostBench.Order, ParcelObstacle.Refused, "Status 101: trùng số"));
    }

    [Test]
    public async Task Should_say_that_the_order_was_there_before()
    {
        await using var post = await FakePost.AnsweringAsync("""{"Status":"101"}""");
        using var bench = new PostBench(post.Root);

        ((PostOrderCreated)(await bench.CreateAsync()).Reply!).AlreadyThere.ShouldBeTrue();
    }

    [TestCase("Không tìm thấy Nguyễn Văn Mẫu"), TestCase("SĐT 0900 000 001 không đúng"), TestCase("Địa chỉ 12 ngõ 3 Phố Mẫu, Phường Ba Đình, Thành phố Hà Nội sai")]
    public async Task Should_not_repeat_what_the_post_says_of_a_person(string message)
    {
        await using var post = await FakePost.AnsweringAsync($$"""{"Status":"102","Message":"{{message}}"}""");
        using var bench = new PostBench(post.Root);

        (await bench.CreateAsync()).Reason.ShouldBe("Status 102");
        bench.Log.ShouldAllBe(line => !line.Contains("Mẫu"));
    }

    [Test]
    public async Task Should_not_know_what_became_of_a_call_without_an_answer()
    {
        await using var post = await FakePost.StartAsync((context, _) =>
        {
            context.Abort();
            return Task.CompletedTask;
        });
        using var bench = new PostBench(post.Root);

        (await bench.CreateAsync()).Kind.ShouldBe(OutcomeKind.Unknown);
        (await bench.ReadAsync()).Kind.ShouldBe(OutcomeKind.Transient, "reading changes nothing");
    }

    [Test]
    public async Task Should_not_know_what_became_of_a_call_that_is_answered_too_late()
    {
        await using var post = await FakePost.StartAsync((context, _) => new TaskCompletionSource().Task.WaitAsync(context.RequestAborted));
        using var bench = new PostBench(post.Root) { CallTimeout = TimeSpan.FromMilliseconds(500) };

        (await bench.CreateAsync()).ToString().ShouldBe("Unknown: timed out after sending");
    }

    [Test]
    public async Task Should_have_done_nothing_when_nobody_listens()
    {
        Uri root;
        await using (var post = await FakePost.AnsweringAsync("{}")) root = post.Root;
        using var bench = new PostBench(root);

        (await bench.CreateAsync()).ToString().ShouldBe("Transient: no token: ConnectionError before sending");
    }

    [Test]
    public async Task Should_wait_as_long_as_the_post_asks()
    {
        await using var post = await FakePost.StartAsync((context, _) =>
        {
            context.Response.Headers.RetryAfter = "7";
            context.Response.StatusCode = 429;
            return Task.CompletedTask;
        });
        using var bench = new PostBench(post.Root);

        (await bench.CreateAsync()).RetryAfter.ShouldBe(TimeSpan.FromSeconds(7));
    }

    [Test]
    public async Task Should_tell_the_operator_of_a_wrong_set_up_and_keep_the_order()
    {
        await using var post = await FakePost.AnsweringAsync("", StatusCodes.Status403Forbidden);
        using var bench = new PostBench(post.Root);

        (await bench.CreateAsync()).RetryAfter.ShouldBe(TimeSpan.FromMinutes(15));
        bench.Log.ShouldContain(line => line.StartsWith("Error: VNPost takes nothing until somebody puts this right: HTTP 403"));
    }
}

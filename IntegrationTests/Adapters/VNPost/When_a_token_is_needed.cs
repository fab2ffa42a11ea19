using DichVuCong.Messaging;
using DichVuCong.VNPost.Tests.Doubles;

namespace DichVuCong.VNPost.Tests;

internal sealed class When_a_token_is_needed
{
    private const string Taken = """{"Status":"100"}""";

    [Test]
    public async Task Should_ask_for_one_token_however_many_calls_wait_for_it()
    {
        await using var post = await FakePost.AnsweringAsync(Taken);
        using var bench = new PostBench(post.Root);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => bench.CreateAsync()));

        outcomes.ShouldAllBe(outcome => outcome.Kind == OutcomeKind.Done);
        post.Tokens.ShouldBe(1);
    }

    [Test]
    public async Task Should_go_on_with_a_new_token_when_the_old_one_ends_in_the_midst_of_a_batch()
    {
        await using var post = await FakePost.StartAsync((context, number) =>
            FakePost.WriteAsync(context, number > 3 && context.Request.Headers.Authorization == "Bearer token-1" ? "{}" : Taken, number > 3 && context.Request.Headers.Authorization == "Bearer token-1" ? 401 : 200));
        using var bench = new PostBench(post.Root);

        for (var call = 0; call < 6; call++) (await bench.CreateAsync()).Kind.ShouldBe(OutcomeKind.Done);

        post.Tokens.ShouldBe(2);
        post.Calls.Count.ShouldBe(7, "the fourth call was made twice");
    }

    [Test]
    public async Task Should_take_a_new_token_before_the_old_one_ends()
    {
        await using var post = await FakePost.StartAsync((context, _) => FakePost.WriteAsync(context, Taken), tokenSeconds: 0);
        using var bench = new PostBench(post.Root);

        await bench.CreateAsync();
        await bench.CreateAsync();

        post.Tokens.ShouldBe(2);
    }

    [Test]
    public async Task Should_tell_the_operator_when_two_tokens_in_a_row_are_refused()
    {
        await using var post = await FakePost.AnsweringAsync("{}", 401);
        using var bench = new PostBench(post.Root);

        var outcome = await bench.CreateAsync();

        (outcome.ToString(), outcome.RetryAfter).ShouldBe(("Transient: HTTP 401: two tokens in a row are refused", TimeSpan.FromMinutes(15)));
        post.Calls.Count.ShouldBe(2);
    }

    [TestCase(401, "Transient: HTTP 401: the token is refused"), TestCase(503, "Transient: HTTP 503: no token"), TestCase(200, "Transient: HTTP 200: no token")]
    public async Task Should_have_done_nothing_when_there_is_no_token(int status, string outcome)
    {
        await using var post = await FakePost.StartAsync((context, _) => FakePost.WriteAsync(context, Taken), onToken: context => FakePost.WriteAsync(context, "{}", status));
        using var bench = new PostBench(post.Root);

        (await bench.CreateAsync()).ToString().ShouldBe(outcome);
        post.Calls.ShouldBeEmpty();
    }

    [Test]
    public async Task Should_put_the_token_where_the_variant_wants_it()
    {
        await using var post = await FakePost.AnsweringAsync(Taken);
        using var bench = new PostBench(post.Root, PostBench.Settings(post.Root, header: "access_token"));

        await bench.CreateAsync();

        post.Calls.ShouldHaveSingleItem().Token.ShouldBe("access_token=token-1");
    }
}

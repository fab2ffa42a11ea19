using DichVuCong.Contracts;
using DichVuCong.Contracts.Parcels;
using DichVuCong.Messaging;
using DichVuCong.VNPost.Tests.Doubles;

namespace DichVuCong.VNPost.Tests;

internal sealed class When_tracking_is_read
{
    private const string First = "65e2f0a00000000000000001";
    private const string Second = "65e2f0a10000000000000002";

    private static string Page(params string[] rows) => $$$"""{"_size":2,"_total_pages":1,"_returned":{{{rows.Length}}},"_embedded":{"rh:doc":[{{{string.Join(',', rows)}}}]}}""";

    private static string Row(string id, string code = "4", string time = "\"2026-03-02 15:04:05\"") =>
        $$"""{"_id":{"$oid":"{{id}}"},"CustomerCode":"HCM","OrderNumber":"H29.101-260302-5000001","EventTime":{{time}},"POSID":"700000","ItemCode":"EH1VN","StatusCode":"{{code}}","StatusMessage":"Phát thành công","Notes":"Ký nhận"}""";

    [Test]
    public async Task Should_ask_behind_the_cursor_for_as_many_as_may_come()
    {
        await using var post = await FakePost.AnsweringAsync(Page(Row(First), Row(Second, "7")));
        using var bench = new PostBench(post.Root);

        var page = (TrackingRead)(await bench.ReadAsync(events: 2)).Reply!;

        post.Calls.ShouldHaveSingleItem().Line.ShouldBe("GET /apiVNPostNGSP/p1.0/order/tracking?pagesize=2&lastId=000000000000000000000000");
        (page.Next, page.IsFull, page.Unreadable).ShouldBe((Second, true, 0));
        page.Events.Select(told => told.State).ShouldBe([ParcelState.Delivered, ParcelState.Cancelled]);
        var told = page.Events[0];
        (told.Id, told.OrderNumber, told.Office, told.ItemCode, told.Text, told.Note).ShouldBe((First, "H29.101-260302-5000001", "700000", "EH1VN", "Phát thành công", "Ký nhận"));
        told.At.ShouldBe(new DateTimeOffset(2026, 3, 2, 15, 4, 5, VietnamTime.Offset));
    }

    [TestCase("\"2026-03-02T15:04:05\""), TestCase("\"2026-03-02T08:04:05Z\""), TestCase("\"02/03/2026 15:04:05\""), TestCase("\"20260302150405\"")]
    [TestCase("1772438645000"), TestCase("{\"$date\":1772438645000}"), TestCase("{\"$date\":\"2026-03-02T08:04:05.000Z\"}")]
    public async Task Should_read_the_time_in_every_form_that_is_seen(string time)
    {
        await using var post = await FakePost.AnsweringAsync(Page(Row(First, time: time)));
        using var bench = new PostBench(post.Root);

        ((TrackingRead)(await bench.ReadAsync()).Reply!).Events.ShouldHaveSingleItem().At.ShouldBe(new DateTimeOffset(2026, 3, 2, 15, 4, 5, VietnamTime.Offset));
    }

    [Test]
    public async Task Should_keep_a_code_that_nobody_knows_and_a_time_that_nobody_can_read()
    {
        await using var post = await FakePost.AnsweringAsync(Page(Row(First, code: "77X", time: "\"hôm qua\"")));
        using var bench = new PostBench(post.Root);

        var told = ((TrackingRead)(await bench.ReadAsync()).Reply!).Events.ShouldHaveSingleItem();

        (told.StatusCode, told.State).ShouldBe(("77X", null));
        told.At.ShouldBe(DateTimeOffset.FromUnixTimeSeconds(0x65e2f0a0), "the second in which the id was made");
    }

    [Test]
    public async Task Should_count_what_has_no_id_and_take_the_rest()
    {
        await using var post = await FakePost.AnsweringAsync(Page("{}", Row(First), """{"_id":{"$oid":"no id"}}"""));
        using var bench = new PostBench(post.Root);

        var page = (TrackingRead)(await bench.ReadAsync()).Reply!;

        (page.Events.Count, page.Unreadable, page.Next).ShouldBe((1, 2, First));
    }

    [TestCase("""{"_size":0,"_total_pages":0,"_returned":0}"""), TestCase("""{"_returned":"0","_embedded":{"rh:doc":[]}}"""), TestCase("""{"_returned":0,"_embedded":{}}""")]
    public async Task Should_stay_where_it_is_when_there_is_nothing_new(string answer)
    {
        await using var post = await FakePost.AnsweringAsync(answer);
        using var bench = new PostBench(post.Root);

        var page = (TrackingRead)(await bench.ReadAsync(First)).Reply!;

        (page.Events.Count, page.Next, page.IsFull).ShouldBe((0, First, false));
    }

    [TestCase("<html/>", 200, "Transient: HTTP 200: no page of the tracking"), TestCase("{}", 200, "Transient: HTTP 200: no page of the tracking")]
    [TestCase("""{"_embedded":{"rh:doc":["x"]}}""", 200, "Transient: HTTP 200: no page of the tracking"), TestCase("{}", 500, "Transient: HTTP 500: no page of the tracking")]
    [TestCase("{}", 400, "Refused: HTTP 400: the post does not show its tracking"), TestCase("", 403, "Transient: HTTP 403: the call did not reach the operation")]
    public async Task Should_give_each_failure_its_class(string answer, int status, string outcome)
    {
        await using var post = await FakePost.AnsweringAsync(answer, status);
        using var bench = new PostBench(post.Root);

        var read = await bench.ReadAsync(First);

        read.ToString().ShouldBe(outcome);
        if (read.Kind == OutcomeKind.Refused) read.Reply.ShouldBe(new TrackingNotRead("HCM", First, "HTTP 400: the post does not show its tracking"));
    }

    [Test]
    public async Task Should_read_a_page_of_a_thousand()
    {
        await using var post = await FakePost.AnsweringAsync(Page([.. Enumerable.Range(1, 1000).Select(number => Row(number.ToString("x24")))]));
        using var bench = new PostBench(post.Root);

        var page = (TrackingRead)(await bench.ReadAsync()).Reply!;

        (page.Events.Count, page.IsFull, page.Next).ShouldBe((1000, true, 1000.ToString("x24")));
    }
}

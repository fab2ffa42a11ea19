using DichVuCong.Gateway.Tests.OneStop.Support;

namespace DichVuCong.Gateway.Tests.OneStop;

internal sealed class When_the_same_push_comes_again
{
    [Test]
    public async Task Should_answer_as_the_first_time_and_do_nothing_again()
    {
        var gateway = await SharedGateway.GetAsync();
        var client = await OneStopClient.LogInAsync("G12");
        var dossier = Sample.Dossier(Sample.Code("G12"), procedure: "1.000105");

        var replies = new[] { await client.PushAsync(false, dossier), await client.PushAsync(false, dossier), await client.PushAsync(false, dossier) };

        replies.ShouldAllBe(reply => reply.ErrorCode == 0);
        replies[2].Results.ShouldHaveSingleItem().Code.ShouldBe("sameAgain");
        (await gateway.RowsAsync(dossier.MaHoSo!)).ShouldBe(1);
        (await gateway.MessagesAsync(dossier.MaHoSo!)).Split(' ').Length.ShouldBe(2);
    }

    [Test]
    public async Task Should_say_that_it_exists_when_it_is_new_and_says_something_else()
    {
        var client = await OneStopClient.LogInAsync("H29");
        var code = Sample.Code("H29");
        await client.PushAsync(false, Sample.Dossier(code));

        var reply = await client.PushAsync(false, Sample.Dossier(code, state: "2"));

        reply.ErrorCode.ShouldBe(3);
        reply.Message.ShouldNotBeNull().ShouldContain("đã tồn tại");
        reply.Results.ShouldHaveSingleItem().Code.ShouldBe("dossier.MaHoSo.exists");
    }

    [Test]
    public async Task Should_take_an_update_of_what_exists_once()
    {
        var gateway = await SharedGateway.GetAsync();
        var client = await OneStopClient.LogInAsync("H29");
        var code = Sample.Code("H29");
        await client.PushAsync(false, Sample.Dossier(code));

        var first = await client.PushAsync(true, Sample.Dossier(code, state: "2"));
        var again = await client.PushAsync(true, Sample.Dossier(code, state: "2"));

        first.Results.ShouldHaveSingleItem().Code.ShouldBe("stored");
        again.Results.ShouldHaveSingleItem().Code.ShouldBe("sameAgain");
        (await gateway.MessagesAsync(code)).Split(' ').Length.ShouldBe(3);
    }

    [Test]
    public async Task Should_go_back_to_an_earlier_content_when_an_update_says_so()
    {
        var client = await OneStopClient.LogInAsync("H29");
        var code = Sample.Code("H29");
        var (first, second) = (Sample.Dossier(code), Sample.Dossier(code, note: "Bổ sung ghi chú"));
        await client.PushAsync(false, first);
        await client.PushAsync(true, second);

        var back = await client.PushAsync(true, first);

        back.Results.ShouldHaveSingleItem().Code.ShouldBe("stored");
    }

    [Test]
    public async Task Should_not_update_what_is_not_there()
    {
        var client = await OneStopClient.LogInAsync("H29");

        var reply = await client.PushAsync(true, Sample.Dossier(Sample.Code("H29")));

        reply.ErrorCode.ShouldBe(-1);
        reply.Message.ShouldNotBeNull().ShouldContain("chưa có");
        reply.Results.ShouldHaveSingleItem().Code.ShouldBe("dossier.MaHoSo.unknown");
    }
}

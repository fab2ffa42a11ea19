using System.Text.Json;
using DichVuCong.Cli.Running;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Contracts.Parcels;
using DichVuCong.Registries.Feed;

namespace DichVuCong.Cli.Tests.Parcels;

internal sealed class When_looking_after_parcels
{
    private ParcelWorld _world = null!;

    [SetUp]
    public async Task Start() => _world = await ParcelWorld.StartAsync();

    [TearDown]
    public async Task Stop() => await _world.DisposeAsync();

    [Test]
    public async Task Should_follow_a_parcel_to_its_end_which_is_its_dossiers()
    {
        var code = await _world.ProcessAsync(1);
        await _world.UntilAsync(code, ParcelState.Created);
        (await _world.Dvc.RunAsync("parcels", "list")).Output.ShouldContain("Đã tạo đơn");
        _world.Post.Tell("GIAY-TO-KHAC/7", "3", ParcelState.InTransit);
        _world.Post.RepeatsPages = true;
        foreach (var (step, state) in new[] { ("2", ParcelState.PickedUp), ("77", (ParcelState?)null), ("3", ParcelState.InTransit) }) _world.Post.Tell(code.Value, step, state);
        await _world.UntilAsync(code, ParcelState.PickedUp);
        _world.Post.RepeatsPages = false;
        _world.Post.Tell(code.Value, "4", ParcelState.Delivered);

        await _world.UntilAsync(code, DossierState.Returned);

        var shown = await _world.Dvc.RunAsync("parcels", "show", $"{code}/result");
        shown.ExitCode.ShouldBe(ExitCodes.Ok);
        foreach (var word in new[] { "Đã phát", "EH000000001VN", "mã 77 chưa có trong bảng", "đặt bưu chính" }) shown.Output.ShouldContain(word);
        shown.Output.ShouldNotContain("Mẫu", customMessage: "what a postman notes is sealed");
        var dossier = (await _world.Dvc.RunAsync("dossier", "show", code.Value)).Output;
        foreach (var word in new[] { "Bưu chính", "đã lấy hàng", "bưu chính đã phát kết quả" }) dossier.ShouldContain(word);
        (await _world.Dvc.RunAsync("parcels", "list")).Output.ShouldContain("0 bưu gửi.");
        (await CountAsync("select count(*) from parcel.event")).ShouldBe(5, "each event once, however often its page came");
        (await _world.Dvc.RunAsync("parcels", "tracking")).Output.ShouldContain("DVCQG");
    }

    [Test]
    public async Task Should_tell_whoever_follows_the_dossier()
    {
        var code = await _world.ProcessAsync(1);
        _world.Post.Tell(code.Value, "4", ParcelState.Delivered);
        await _world.UntilAsync(code, DossierState.Returned);

        var reader = new FeedReader(_world.Database.Source);
        var place = (FeedPlace.At)await new FeedPlaces(_world.Database.Source).FindAsync(after: null, CancellationToken.None);
        var events = await reader.ReadAsync(place.Cursor, 1000, CancellationToken.None);

        var told = events.Where(item => item.Type == "parcels.parcel-state-changed.v1").Select(item => JsonDocument.Parse(item.Body).RootElement).ToList();
        told.Select(body => body.GetProperty("state").GetString()).ShouldBe(["asked", "ordered", "created", "delivered"]);
        told.ShouldAllBe(body => body.GetProperty("parcel").GetString() == $"{code}/result");
    }

    [Test]
    public async Task Should_order_once_more_what_was_held()
    {
        _world.Post.Obstacle = ParcelObstacle.AddressNotMapped;
        var code = await _world.ProcessAsync(1);
        await _world.UntilAsync(code, ParcelState.Held);
        (await _world.Dvc.RunAsync("parcels", "list", "--state", "held")).Output.ShouldContain("chưa có mã");
        _world.Post.Obstacle = null;

        (await _world.Dvc.RunAsync("parcels", "reorder", $"{code}/result")).ExitCode.ShouldBe(ExitCodes.Ok);

        await _world.UntilAsync(code, ParcelState.Created);
        (await _world.Dvc.RunAsync("parcels", "cancel", $"{code}/result", "--reason", "công dân tự đến nhận")).ExitCode.ShouldBe(ExitCodes.Ok);
        await _world.UntilAsync(code, ParcelState.Cancelled);
    }

    [Test]
    public async Task Should_close_by_hand_what_the_post_does_not_tell_of()
    {
        var code = await _world.ProcessAsync(1);
        await _world.UntilAsync(code, ParcelState.Created);

        (await _world.Dvc.RunAsync("parcels", "close", $"{code}/result", "--state", "delivered", "--reason", "bưu cục báo qua điện thoại")).ExitCode.ShouldBe(ExitCodes.Ok);

        await _world.UntilAsync(code, DossierState.Returned);
        (await _world.Dvc.RunAsync("parcels", "reorder", $"{code}/result")).ExitCode.ShouldBe(ExitCodes.Problems);
    }

    [TestCase("show", "H29.168-261121-5000001"), TestCase("close", "H29.168-261121-5000001/result", "--state", "held", "--reason", "x"), TestCase("cancel", "H29.168-261121-5000001/result")]
    public async Task Should_say_what_is_wrong_with_a_command_line(params string[] arguments) =>
        (await _world.Dvc.RunAsync(["parcels", .. arguments])).ExitCode.ShouldBe(ExitCodes.Usage);

    [Test]
    public async Task Should_say_that_there_is_no_such_parcel() =>
        (await _world.Dvc.RunAsync("parcels", "show", "H29.168-261121-5000999/result")).ExitCode.ShouldBe(ExitCodes.NotFound);

    private async Task<long> CountAsync(string sql)
    {
        await using var command = _world.Database.Source.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}

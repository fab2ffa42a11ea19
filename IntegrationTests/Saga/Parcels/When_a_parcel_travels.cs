using DichVuCong.Contracts.Dossiers;
using DichVuCong.Contracts.Parcels;
using DichVuCong.Saga.Tests.Dossiers;

namespace DichVuCong.Saga.Tests.Parcels;

internal sealed class When_a_parcel_travels
{
    [Test]
    public void Should_tell_the_post_of_the_dossier_and_order_nothing_while_there_is_no_result()
    {
        var driver = Post.Parcel().Give(Post.Asked, Post.Asked);

        driver.Sent<RegisterPostDocument>().ShouldHaveSingleItem().Services.ShouldBe(PostServices.ReturnResult);
        driver.Sent<CreatePostOrder>().ShouldBeEmpty();
        driver.Data.State.ShouldBe(ParcelState.Asked);
        driver.Clocks.Names.ShouldBeEmpty();
    }

    [Test]
    public void Should_be_ordered_once_when_there_is_a_result()
    {
        var driver = Post.Ordered().Give(Post.Wanted, Post.Created, Post.Wanted);

        driver.Sent<CreatePostOrder>().ShouldHaveSingleItem().Order.Value.ShouldBe(Sample.Code.Value);
        driver.Sent<FollowTracking>().ShouldHaveSingleItem().Customer.ShouldBe(Post.Customer);
        driver.Edges.ShouldBe(["Asked->Ordered", "Ordered->Created"]);
    }

    [Test]
    public void Should_close_the_dossiers_last_step_when_it_is_handed_over()
    {
        var driver = Post.Carried().Give(Post.Told(1, ParcelState.PickedUp), Post.Told(2, ParcelState.InTransit), Post.Told(3, ParcelState.Delivered));

        var row = driver.Sent<RecordAgencyStatus>().ShouldHaveSingleItem();
        (row.Dossier, row.Row.State, row.Row.Source, row.Row.At).ShouldBe((Sample.Code, DossierState.Returned, StatusSource.Post, Sample.Start.AddMinutes(3)));
        row.Row.RowId.Length.ShouldBe(16);
        driver.Told<ParcelStateChanged>().Select(told => told.State).ShouldBe(
            [ParcelState.Asked, ParcelState.Ordered, ParcelState.Created, ParcelState.PickedUp, ParcelState.InTransit, ParcelState.Delivered]);
        driver.Clocks.Names.ShouldBeEmpty();
    }

    [Test]
    public void Should_never_date_the_handing_over_before_there_was_a_result()
    {
        var driver = Post.Carried().Give(Post.Told(1, ParcelState.Delivered, Sample.Start.AddHours(-3)));

        driver.Sent<RecordAgencyStatus>().ShouldHaveSingleItem().Row.At.ShouldBe(Sample.Start);
    }

    [Test]
    public void Should_close_nothing_when_papers_come_to_the_agency()
    {
        var driver = new SagaDriver<Saga.Parcels.ParcelData>(ParcelEndpoints.Parcels, Post.Papers.Value).Give(new ParcelWanted(
            Post.Papers, Sample.Agency, PostServices.CollectPapers, Sample.Start));
        var order = driver.Sent<CreatePostOrder>().ShouldHaveSingleItem().Order;
        driver.Give(new PostOrderCreated(order, Post.Customer, AlreadyThere: false), Post.Told(1, ParcelState.Delivered, order: order));

        order.Value.ShouldBe($"{Sample.Code}-TG");
        driver.Data.State.ShouldBe(ParcelState.Delivered);
        driver.Sent<RecordAgencyStatus>().ShouldBeEmpty();
    }

    [Test]
    public void Should_take_a_repeated_event_once()
    {
        var driver = Post.Carried().Give(Post.Told(1, ParcelState.PickedUp), Post.Told(2, ParcelState.Failed), Post.Told(3, ParcelState.InTransit));
        var (commands, events) = (driver.Commands.Count, driver.Events.Count);

        driver.Give(Post.Told(2, ParcelState.Failed), Post.Told(1, ParcelState.PickedUp), Post.Told(3, ParcelState.InTransit));

        driver.Data.State.ShouldBe(ParcelState.InTransit);
        (driver.Commands.Count, driver.Events.Count).ShouldBe((commands, events));
    }

    [Test]
    public void Should_stay_at_its_end_when_an_earlier_event_comes_late()
    {
        var driver = Post.Carried().Give(Post.Told(9, ParcelState.Failed), Post.Told(3, ParcelState.InTransit));

        driver.Data.State.ShouldBe(ParcelState.Failed);
        driver.Give(Post.Told(12, ParcelState.Delivered)).Data.State.ShouldBe(ParcelState.Delivered);
    }

    [Test]
    public void Should_keep_and_show_a_code_that_nobody_knows()
    {
        var driver = Post.Carried().Give(Post.Told(1, state: null, code: "77"));

        driver.Data.State.ShouldBe(ParcelState.Created);
        driver.Sent<UpdateParcelRow>().Last().Remark.ShouldBe("Mã trạng thái chưa có trong bảng: 77");
        driver.Data.HeardAt.ShouldNotBeNull();
    }

    [Test]
    public void Should_show_a_contradiction_and_stay()
    {
        var driver = Post.Carried().Give(Post.Told(1, ParcelState.Delivered), Post.Told(2, ParcelState.Returned));

        driver.Data.State.ShouldBe(ParcelState.Delivered);
        driver.Sent<UpdateParcelRow>().Last().Remark.ShouldBe("Bưu chính báo Đã chuyển hoàn sau Đã phát");
        driver.Sent<RecordAgencyStatus>().Count().ShouldBe(1);
    }

    [Test]
    public void Should_believe_the_tracking_before_the_answer_to_the_order()
    {
        var driver = Post.Ordered().Give(Post.Told(1, ParcelState.PickedUp), Post.Created);

        driver.Data.State.ShouldBe(ParcelState.PickedUp);
        driver.Data.Customer.ShouldBe(Post.Customer);
        driver.Sent<FollowTracking>().Count().ShouldBe(1);
    }

    [Test]
    public void Should_keep_within_its_budget_whatever_the_post_says()
    {
        var driver = Post.Ordered().Give(Post.WithFees(("H29/2026-000001", 1), ("H29/2026-000002", 2), ("H29/2026-000003", 3)), Post.Created);
        for (var number = 1; number < 200; number++) driver.Give(Post.Told(number, state: null, code: new string('9', 20)));

        driver.Data.Seen.Count.ShouldBe(16);
    }
}

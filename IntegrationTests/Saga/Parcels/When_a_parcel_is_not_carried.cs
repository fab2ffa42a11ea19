using DichVuCong.Contracts.Parcels;
using DichVuCong.Contracts.Payments;
using DichVuCong.Saga.Tests.Dossiers;
using DichVuCong.Saga.Tests.WorkingTime;

namespace DichVuCong.Saga.Tests.Parcels;

internal sealed class When_a_parcel_is_not_carried
{
    private static PostOrderNotCreated NotCreated(ParcelObstacle obstacle) => new(Post.Order, obstacle, "không có mã tỉnh");

    [Test]
    public void Should_wait_for_somebody_when_its_address_has_no_code_of_the_posts()
    {
        var driver = Post.Ordered().Give(NotCreated(ParcelObstacle.AddressNotMapped));

        driver.Data.State.ShouldBe(ParcelState.Held);
        driver.Told<ParcelStateChanged>().Last().Obstacle.ShouldBe(ParcelObstacle.AddressNotMapped);
        driver.Give(new ReorderParcel(Post.Result, "vanhanh01", Guid.Empty)).Sent<CreatePostOrder>().Select(order => order.Order.Value)
            .ShouldBe([Sample.Code.Value, Sample.Code.Value], "the post never had the first order");
        driver.Give(Post.Created).Data.Obstacle.ShouldBeNull();
    }

    [Test]
    public void Should_be_ordered_under_another_number_after_it_came_back()
    {
        var driver = Post.Carried().Give(Post.Told(1, ParcelState.PickedUp), Post.Told(2, ParcelState.Returned), new ReorderParcel(Post.Result, "vanhanh01", Guid.Empty));
        var second = driver.Sent<CreatePostOrder>().Last().Order;

        second.Value.ShouldBe($"{Sample.Code}-L2");
        driver.Give(Post.Told(3, ParcelState.Delivered)).Data.State.ShouldBe(ParcelState.Ordered, "what is said of the first order moves the second nowhere");
        driver.Data.Remark.ShouldBe($"Bưu chính báo về đơn {Sample.Code}: ?");
        driver.Give(new PostOrderCreated(second, Post.Customer, AlreadyThere: true), Post.Told(4, ParcelState.Delivered, order: second)).Data.State.ShouldBe(ParcelState.Delivered);
    }

    [Test]
    public void Should_be_cancelled_at_the_post_when_the_result_is_taken_back()
    {
        var driver = Post.Carried().Give(Post.NotWanted, Post.NotWanted);

        driver.Sent<CancelPostOrder>().ShouldHaveSingleItem().Customer.ShouldBe(Post.Customer);
        driver.Give(new PostOrderCancelled(Post.Order)).Data.State.ShouldBe(ParcelState.Cancelled);
        driver.Give(Post.Wanted).Sent<CreatePostOrder>().Last().Order.Attempt.ShouldBe(2);
    }

    [Test]
    public void Should_be_cancelled_once_the_post_has_the_order_that_nobody_wants_any_more()
    {
        var driver = Post.Ordered().Give(Post.NotWanted);
        driver.Sent<CancelPostOrder>().ShouldBeEmpty();

        driver.Give(Post.Created).Sent<CancelPostOrder>().Count().ShouldBe(1);
        Post.Ordered().Give(Post.NotWanted, NotCreated(ParcelObstacle.Refused)).Data.State.ShouldBe(ParcelState.Cancelled);
    }

    [Test]
    public void Should_be_ordered_anew_when_it_is_wanted_again_while_it_is_cancelled()
    {
        var driver = Post.Carried().Give(Post.NotWanted, Post.Wanted, new PostOrderCancelled(Post.Order));

        driver.Data.State.ShouldBe(ParcelState.Ordered);
        driver.Sent<CreatePostOrder>().Last().Order.Attempt.ShouldBe(2);
    }

    [Test]
    public void Should_go_on_when_the_post_will_not_cancel_it()
    {
        var driver = Post.Carried().Give(Post.NotWanted, new PostOrderNotCancelled(Post.Order, "đã thu gom"), Post.Told(1, ParcelState.PickedUp));

        driver.Data.State.ShouldBe(ParcelState.PickedUp);
        driver.Give(new PostOrderCancelled(Post.Order)).Data.State.ShouldBe(ParcelState.PickedUp, "it crossed with the picking up");
    }

    [Test]
    public void Should_be_carried_when_the_post_picked_it_up_all_the_same()
    {
        var driver = Post.Carried().Give(Post.NotWanted, new PostOrderCancelled(Post.Order), Post.Told(60, ParcelState.PickedUp, Moment.At("2026-03-02 10:00")));

        driver.Data.State.ShouldBe(ParcelState.PickedUp);
    }

    [Test]
    public void Should_be_forgotten_when_the_dossier_ends_before_there_is_a_result()
    {
        var driver = Post.Parcel().Give(Post.Asked, Post.NotWanted);

        driver.Data.State.ShouldBe(ParcelState.Cancelled);
        driver.Sent<CancelPostOrder>().ShouldBeEmpty();
    }

    [TestCase(ParcelState.Delivered, true), TestCase(ParcelState.Returned, true), TestCase(ParcelState.Cancelled, false), TestCase(ParcelState.Held, false)]
    public void Should_end_as_an_operator_says_where_an_edge_leads(ParcelState end, bool isTaken)
    {
        var driver = Post.Carried().Give(Post.Told(1, ParcelState.PickedUp));

        driver.Give(new CloseParcel(Post.Result, end, Sample.Start.AddHours(2), "bưu cục báo qua điện thoại", "vanhanh01", Guid.Parse("0195a000-0000-7000-8000-000000000001")));

        driver.Data.State.ShouldBe(isTaken ? end : ParcelState.PickedUp);
        driver.Sent<Contracts.Dossiers.RecordAgencyStatus>().Count().ShouldBe(end == ParcelState.Delivered ? 1 : 0);
        driver.Sent<KeepParcelStep>().Last(step => step.Step == ParcelStep.Closed).By.ShouldBe("vanhanh01");
    }

    [Test]
    public void Should_tell_payments_of_what_the_postman_collected()
    {
        var driver = Post.Parcel().Give(Post.Asked, Post.WithFees(("H29/2026-000001", 150_000), ("H29/2026-000002", 20_000)), Post.Created);

        driver.Sent<CreatePostOrder>().ShouldHaveSingleItem().Cash.ShouldBe(new Vnd(170_000));
        driver.Told<CashCollected>().ShouldBeEmpty();
        driver.Give(Post.Told(1, ParcelState.Delivered), Post.Told(1, ParcelState.Delivered));
        driver.Told<CashCollected>().Select(cash => (cash.Obligation.Value, cash.Amount.Amount)).ShouldBe([("H29/2026-000001", 150_000L), ("H29/2026-000002", 20_000L)]);
    }
}

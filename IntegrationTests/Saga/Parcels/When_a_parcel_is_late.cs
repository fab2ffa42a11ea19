using DichVuCong.Contracts.Parcels;
using DichVuCong.Saga.Parcels;
using DichVuCong.Saga.Tests.WorkingTime;

namespace DichVuCong.Saga.Tests.Parcels;

/// <summary>March 2026 has no holiday; the 2nd, when everything begins at 9, is a Monday.</summary>
internal sealed class When_a_parcel_is_late
{
    [Test]
    public void Should_be_told_when_the_post_does_not_take_the_order()
    {
        var driver = Post.Ordered();
        driver.Clocks.DueOf(ParcelClocks.Late).ShouldBe(Moment.At("2026-03-03 09:00"), "8 working hours");

        driver.GoTo(Moment.At("2026-03-10 09:00")).Told<ParcelLate>().ShouldHaveSingleItem().State.ShouldBe(ParcelState.Ordered);
        driver.Sent<UpdateParcelRow>().Last().Alarms.ShouldBe(ParcelAlarms.Late);
    }

    [Test]
    public void Should_be_told_when_it_is_not_picked_up_and_again_when_it_is_not_handed_over()
    {
        var driver = Post.Carried();
        driver.Sent<UpdateParcelRow>().Last().Due.ShouldBe(Moment.At("2026-03-04 17:00"), "2 working days");

        driver.GoTo(Moment.At("2026-03-05 09:00")).Told<ParcelLate>().ShouldHaveSingleItem().State.ShouldBe(ParcelState.Created);
        driver.Give(Post.Told(1, ParcelState.PickedUp, driver.Now));
        driver.Data.Alarms.ShouldBe(ParcelAlarms.None);
        driver.Clocks.DueOf(ParcelClocks.Late).ShouldBe(Moment.At("2026-03-12 17:00"), "5 working days");
        driver.GoTo(Moment.At("2026-03-10 09:00")).Give(Post.Told(2, ParcelState.InTransit, driver.Now));
        driver.Clocks.DueOf(ParcelClocks.Late).ShouldBe(Moment.At("2026-03-12 17:00"), "being on its way gives it no new time");
        driver.GoTo(Moment.At("2026-03-13 09:00")).Told<ParcelLate>().Select(late => late.State).ShouldBe([ParcelState.Created, ParcelState.InTransit]);
    }

    [Test]
    public void Should_count_as_lost_when_nothing_is_heard_of_it()
    {
        var driver = Post.Carried().Give(Post.Told(1, ParcelState.PickedUp));
        driver.GoTo(Moment.At("2026-03-10 09:00")).Give(Post.Told(2, state: null, driver.Now));

        driver.GoTo(Moment.At("2026-03-24 16:00")).Told<ParcelLost>().ShouldBeEmpty();
        driver.GoTo(Moment.At("2026-03-24 17:00")).Told<ParcelLost>().ShouldHaveSingleItem().LastHeardAt.ShouldBe(Moment.At("2026-03-10 09:00"));
        driver.Data.Alarms.ShouldBe(ParcelAlarms.Late | ParcelAlarms.Lost);
        driver.Give(Post.Told(3, ParcelState.Delivered, driver.Now)).Data.Alarms.ShouldBe(ParcelAlarms.None);
        driver.Clocks.Names.ShouldBeEmpty();
    }

    [TestCase(ParcelState.PickedUp, "late lost"), TestCase(ParcelState.InTransit, "late lost"), TestCase(ParcelState.Delivered, "")]
    [TestCase(ParcelState.Returned, ""), TestCase(ParcelState.Failed, "")]
    public void Should_hold_every_clock_only_where_somebody_waits_for_the_post(ParcelState state, string clocks)
    {
        Post.Ordered().Clocks.Names.ShouldBe("late");
        Post.Carried().Clocks.Names.ShouldBe("late");
        Post.Carried().Give(Post.Told(1, ParcelState.PickedUp), Post.Told(2, state)).Clocks.Names.ShouldBe(clocks);
    }
}

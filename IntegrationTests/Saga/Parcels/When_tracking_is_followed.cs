using System.Globalization;
using DichVuCong.Contracts.Parcels;
using DichVuCong.Saga.Parcels;
using DichVuCong.Saga.Tests.Dossiers;

namespace DichVuCong.Saga.Tests.Parcels;

internal sealed class When_tracking_is_followed
{
    private static SagaDriver<TrackingData> Following() => new SagaDriver<TrackingData>(ParcelEndpoints.Tracking, Post.Customer).Give(new FollowTracking(Post.Customer));

    private static string Id(int number) => number.ToString("x24", CultureInfo.InvariantCulture);

    private static TrackingRead Page(int after, bool isFull, params int[] events) => new(
        Post.Customer, Id(after), Id(events.Length == 0 ? after : events[^1]), [.. events.Select(number => Post.Event(number, ParcelState.InTransit))], isFull);

    [Test]
    public void Should_begin_once_with_24_zeros()
    {
        var asked = Following().Give(new FollowTracking(Post.Customer)).Sent<ReadTracking>().ShouldHaveSingleItem();

        (asked.After, asked.Events).ShouldBe(("000000000000000000000000", 1000));
    }

    [Test]
    public void Should_begin_with_the_first_order_whatever_becomes_of_the_answer_to_it()
    {
        var rules = new ParcelRules { Customers = [Post.Customer, "HCM"] };

        var driver = Post.Ordered(rules);

        driver.Sent<FollowTracking>().Select(follow => follow.Customer).ShouldBe([Post.Customer, "HCM"]);
        driver.Give(Post.Created).Sent<FollowTracking>().Count().ShouldBe(2);
    }

    [Test]
    public void Should_hand_each_event_to_its_parcel_and_go_on_behind_the_last()
    {
        var driver = Following().Give(Page(0, isFull: true, 3, 5));

        driver.Sent<RecordTracking>().Select(told => told.Event.Id).ShouldBe([Id(3), Id(5)]);
        driver.Sent<ReadTracking>().Last().After.ShouldBe(Id(5));
        driver.Sent<KeepTracking>().ShouldHaveSingleItem().Events.Count.ShouldBe(2);
        driver.Clocks.Names.ShouldBeEmpty();
    }

    [Test]
    public void Should_read_on_after_a_while_when_there_is_no_more()
    {
        var driver = Following().Give(Page(0, isFull: false, 3));
        driver.Sent<ReadTracking>().Count().ShouldBe(1);

        driver.GoTo(Sample.Start.AddMinutes(15)).Sent<ReadTracking>().Last().After.ShouldBe(Id(3));
    }

    [Test]
    public void Should_take_no_page_twice()
    {
        var driver = Following().Give(Page(0, isFull: true, 3), Page(0, isFull: true, 3));

        driver.Sent<RecordTracking>().Count().ShouldBe(1);
        driver.Sent<ReadTracking>().Count().ShouldBe(2);
    }

    [Test]
    public void Should_not_go_back_nor_in_a_circle_when_the_post_repeats_a_page()
    {
        var driver = Following().Give(Page(0, isFull: true, 3, 5), Page(5, isFull: true, 3, 5));

        driver.Data.Cursor.ShouldBe(Id(5));
        driver.Sent<ReadTracking>().Count().ShouldBe(2, "no second question before the next poll");
        driver.Clocks.Names.ShouldBe("poll");
        driver.Sent<RecordTracking>().Count().ShouldBe(4, "each parcel knows what it has heard");
    }

    [Test]
    public void Should_keep_events_of_orders_that_are_none_of_ours()
    {
        var driver = Following().Give(new TrackingRead(Post.Customer, Id(0), Id(1), [Post.Event(1, ParcelState.InTransit, order: "GIAY-TO/7")], IsFull: false, Unreadable: 2));

        driver.Sent<RecordTracking>().ShouldBeEmpty();
        driver.Sent<KeepTracking>().ShouldHaveSingleItem().Events.ShouldHaveSingleItem().OrderNumber.ShouldBe("GIAY-TO/7");
        driver.Sent<UpdateTrackingRow>().Last().Remark.ShouldBe("2 sự kiện không đọc được");
    }

    [Test]
    public void Should_ask_again_later_when_the_post_will_not_show_the_page()
    {
        var driver = Following().Give(new TrackingNotRead(Post.Customer, Id(0), "HTTP 400"));

        driver.Sent<UpdateTrackingRow>().Last().Remark.ShouldBe("HTTP 400");
        driver.GoTo(Sample.Start.AddMinutes(15)).Sent<ReadTracking>().Last().After.ShouldBe(Id(0));
    }
}

using DichVuCong.Contracts;
using DichVuCong.Contracts.Accounts;
using DichVuCong.Messaging;
using DichVuCong.Saga.Accounts;
using DichVuCong.Saga.Tests.Dossiers;

namespace DichVuCong.Saga.Tests.Accounts;

internal sealed class When_agencies_review
{
    [Test]
    public void Should_remind_before_it_is_due_and_call_for_it_until_it_is_there()
    {
        var driver = new ReviewDriver().Give(new WatchAgency(Acc.Agency));
        var due = driver.Data.Due;
        due.ShouldBeGreaterThanOrEqualTo(Sample.Start.AddMonths(6));

        driver.GoTo(due.AddDays(-29)).Reminded.ShouldHaveSingleItem().Overdue.ShouldBeFalse();
        driver.GoTo(due).Reminded.Last().Overdue.ShouldBeTrue();
        driver.Rows.Last().Overdue.ShouldBeTrue();
        driver.GoTo(due.AddDays(30)).Reminded.Count.ShouldBeGreaterThan(4);

        driver.Give(Result(VietnamTime.DayOf(driver.Now)));
        (driver.Data.IsOverdue, driver.Data.Reminders).ShouldBe((false, 0));
        driver.Data.Due.ShouldBeGreaterThan(driver.Now.AddMonths(5));
    }

    [Test]
    public void Should_take_only_a_later_signed_result()
    {
        var driver = new ReviewDriver().Give(new WatchAgency(Acc.Agency)).GoTo(Sample.Start.AddDays(20));
        var today = VietnamTime.DayOf(driver.Now);

        driver.Give(Result(today.AddDays(1))).Obstacle.ShouldBe(ReviewObstacle.InTheFuture);
        driver.Give(Result(today) with { By = "" }).Obstacle.ShouldBe(ReviewObstacle.NotWhole);
        driver.Give(Result(today) with { Kept = -1 }).Obstacle.ShouldBe(ReviewObstacle.NotWhole);
        driver.Give(Result(today)).Data.LastOn.ShouldBe(today);
        driver.Give(Result(today)).Obstacle.ShouldBe(ReviewObstacle.NotLater);
        driver.Kept.ShouldHaveSingleItem().Result.ShouldBe(Acc.Document);
    }

    [Test]
    public void Should_watch_an_agency_once()
    {
        var driver = new ReviewDriver().Give(new WatchAgency(Acc.Agency));
        var data = driver.Data;

        driver.GoTo(Sample.Start.AddDays(9)).Give(new WatchAgency(Acc.Agency)).Data.ShouldBe(data);
    }

    private static KeepReview Result(DateOnly day) => new(Acc.Agency, day, 40, 2, "quantri01", Acc.Document);

    private sealed class ReviewDriver
    {
        private readonly Topology _topology = AccountTopologies.Of(new AccountRules());
        private readonly ClockTable _clocks = new();
        private readonly List<object> _told = [];
        private ReviewData? _data;

        public DateTimeOffset Now { get; private set; } = Sample.Start;

        public ReviewData Data => _data!;

        public List<ReviewReminded> Reminded => [.. _told.OfType<ReviewReminded>()];

        public List<UpdateReviewRow> Rows => [.. _told.OfType<UpdateReviewRow>()];

        public List<KeepReviewRow> Kept => [.. _told.OfType<KeepReviewRow>()];

        public ReviewObstacle Obstacle => _told.OfType<ReviewNotTaken>().Last().Obstacle;

        public ReviewDriver GoTo(DateTimeOffset then)
        {
            while (_clocks.Next is { } clock && clock.Due <= then)
            {
                Now = clock.Due;
                _clocks.Remove(clock.Name);
                Give(new ClockFired(Acc.Agency.Value, clock.Name, Serial: 1, clock.Due));
            }

            Now = then;
            return this;
        }

        public ReviewDriver Give(object message)
        {
            var saga = _topology.Sagas[AccountEndpoints.Reviews];
            var decision = saga.Steps[message.GetType()].Decide(_data, _topology.Carry(message), new Occasion(Now, Sample.Calendars, Guid.Empty, Now));
            foreach (var effect in decision.Effects)
            {
                if (effect is SendEffect send) _told.Add(_topology.Carry(send.Command));
                else if (effect is PublishEffect publish) _told.Add(_topology.Carry(publish.Event));
                else _clocks.Apply(effect);
            }

            _data = (ReviewData)saga.ReadState(saga.WriteState(decision.StateObject));
            _clocks.RunningNames.ShouldBe("review");
            return this;
        }
    }
}

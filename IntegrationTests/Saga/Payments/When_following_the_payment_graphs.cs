using DichVuCong.Contracts.Payments;
using DichVuCong.Saga.Payments;

namespace DichVuCong.Saga.Tests.Payments;

/// <summary>The graphs as tables, and every edge of theirs as something that happens.</summary>
internal sealed class When_following_the_payment_graphs
{
    private const string OrderEdges =
        "Open->Pending,Unknown,Failed,Expired,Cancelled,Paid · Pending->Open,Unknown,Failed,Expired,Cancelled,Paid"
        + " · Unknown->Open,Pending,Failed,Expired,Cancelled,Paid · Failed->Open,Pending,Unknown,Expired,Cancelled,Paid"
        + " · Expired->Unknown,Cancelled,Paid · Paid->Open,Pending,Unknown,Failed,Expired,Cancelled,Settled,Refunded · Settled->Refunded";

    private const string InquiryEdges = "Open->Answered,ClosingProposed,Closed · Answered->ClosingProposed,Closed · ClosingProposed->Open,Answered,Closed · Closed->Open";

    [Test]
    public void Should_have_the_orders_edges_and_no_others() => Names(OrderGraph.Table).ShouldBe(Listed(OrderEdges), ignoreOrder: true);

    [Test]
    public void Should_have_the_inquirys_edges_and_no_others() => Names(InquiryGraph.Table).ShouldBe(Listed(InquiryEdges), ignoreOrder: true);

    /// <summary>One, two and three orders, each anywhere, of which one goes along an edge, and the agency's taking back.</summary>
    [Test]
    public void Should_have_the_obligations_edges_that_its_orders_can_lead_along_and_no_others()
    {
        var reached = new HashSet<string>();
        foreach (var orders in Enumerable.Range(1, 3).SelectMany(Combinations))
        {
            foreach (var isCancelled in new[] { false, true })
            {
                var before = Of(orders, isCancelled);
                Add(reached, before, before with { IsCancelled = true });
                for (var index = 0; index < orders.Length; index++)
                {
                    foreach (var edge in OrderGraph.Table.Edges.Where(edge => edge.From == orders[index]))
                        Add(reached, before, Of([.. orders[..index], edge.To, .. orders[(index + 1)..]], isCancelled));
                }
            }
        }

        Names(ObligationGraph.Table).ShouldBe(reached, ignoreOrder: true);
    }

    [Test]
    public void Should_find_an_edge_only_where_there_is_one()
    {
        foreach (var from in Enum.GetValues<OrderState>())
        {
            foreach (var to in Enum.GetValues<OrderState>())
            {
                var isThere = OrderGraph.Table.Edges.Any(edge => edge.From == from && edge.To == to);
                (OrderGraph.Table.Find(from, to) is not null).ShouldBe(isThere);
                if (!isThere) Should.Throw<InvalidOperationException>(() => OrderGraph.Table.Take(from, to));
            }
        }
    }

    [TestCaseSource(nameof(Steps))]
    public void Should_go_along_every_edge_of_an_order(string edge, object[] way)
    {
        var driver = OrderDriver.Opened();
        foreach (var step in way)
        {
            if (step is int days) driver.Wait(TimeSpan.FromDays(days));
            else driver.Give(step);
        }

        driver.Edges[^1].ShouldBe(edge);
    }

    [Test]
    public void Should_have_a_way_along_every_edge() => OrderWays.All.Keys.ShouldBe(Names(OrderGraph.Table), ignoreOrder: true);

    private static IEnumerable<TestCaseData> Steps() => OrderWays.All.Select(way => new TestCaseData(way.Key, way.Value).SetArgDisplayNames(way.Key));

    private static IEnumerable<OrderState[]> Combinations(int count) => count == 0
        ? [[]]
        : Combinations(count - 1).SelectMany(rest => Enum.GetValues<OrderState>().Select(state => (OrderState[])[.. rest, state]));

    private static ObligationData Of(OrderState[] orders, bool isCancelled) => new()
    {
        Obligation = Pay.Obligation,
        Agency = Pay.Agency,
        Orders = [.. orders.Select(state => new OrderStanding(Pay.Reference, Pay.Amount, state))],
        IsCancelled = isCancelled,
    };

    private static void Add(HashSet<string> reached, ObligationData before, ObligationData after)
    {
        var (from, to) = (ObligationGraph.StateOf(before), ObligationGraph.StateOf(after));
        if (from != to) reached.Add($"{from}->{to}");
    }

    private static IEnumerable<string> Names<TState, TCause>(StateTable<TState, TCause> table)
        where TState : struct, Enum
        where TCause : struct, Enum => table.Edges.Select(edge => edge.Name);

    private static IEnumerable<string> Listed(string table) =>
        table.Split(" · ").Select(row => row.Split("->")).SelectMany(row => row[1].Split(',').Select(to => $"{row[0]}->{to}"));
}

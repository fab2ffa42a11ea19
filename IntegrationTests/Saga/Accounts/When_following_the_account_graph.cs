using DichVuCong.Contracts.Accounts;
using DichVuCong.Saga.Accounts;

namespace DichVuCong.Saga.Tests.Accounts;

internal sealed class When_following_the_account_graph
{
    private const string Edges =
        "Requested->Checked,Refused · Checked->Approved,Refused · Approved->Created,Withdrawn · Created->HandedOver,Active,Locked,Withdrawn"
        + " · HandedOver->Active,Locked,Withdrawn · Active->Suspended,Locked,Withdrawn · Suspended->Active,Locked,Withdrawn"
        + " · Locked->Created,HandedOver,Active,Withdrawn";

    private static readonly object[][] Ways =
    [
        ["ask", Acc.Finds, Acc.Approves, Acc.Creates, Acc.HandsOver, Acc.Commits, Acc.Suspends, Acc.Unlocks, Acc.Locks(), Acc.Unlocks, Acc.Withdraws],
        ["ask", Acc.Finds with { Valid = false, Reason = "Sai mẫu" }],
        ["ask", Acc.Finds, Acc.Approves with { Approved = false, Reason = "Trùng" }],
        ["ask", Acc.Finds, Acc.Approves, Acc.Withdraws],
        [Acc.Creates, Acc.Commits, Acc.HandsOver, Acc.Suspends, Acc.Locks(), Acc.Withdraws],
        [Acc.Creates, Acc.Locks(), Acc.Unlocks, Acc.HandsOver, Acc.Locks(), Acc.Unlocks, Acc.Withdraws],
        [Acc.Creates, Acc.Withdraws],
        [Acc.Creates, Acc.HandsOver, Acc.Commits, Acc.Suspends, Acc.Withdraws],
    ];

    [Test]
    public void Should_have_its_edges_and_no_others() => AccountGraph.Table.Edges.Select(edge => edge.Name).ShouldBe(Listed, ignoreOrder: true);

    [Test]
    public void Should_have_no_way_out_of_an_end()
    {
        foreach (var state in Enum.GetValues<AccountState>())
            AccountGraph.Table.Edges.Any(edge => edge.From == state).ShouldBe(!AccountGraph.IsFinal(state));
    }

    [Test]
    public void Should_go_along_every_edge()
    {
        var taken = new HashSet<string>();
        foreach (var way in Ways)
        {
            var driver = new AccountDriver();
            foreach (var word in way) driver.Give(word is string ? Acc.Asks(driver.Now) : word);
            taken.UnionWith(driver.Edges);
        }

        // One person left every post while suspended or not yet handed over: the same edges by another word.
        taken.ShouldBe(Listed, ignoreOrder: true);
    }

    private static IEnumerable<string> Listed => Edges.Split(" · ").Select(row => row.Split("->")).SelectMany(row => row[1].Split(',').Select(to => $"{row[0]}->{to}"));
}

using DichVuCong.Contracts;
using DichVuCong.Contracts.Accounts;
using DichVuCong.Contracts.Accounts.Scopes;
using FsCheck;
using FsCheck.Fluent;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace DichVuCong.Saga.Tests.Accounts.Scopes;

internal sealed class When_digests_are_compared
{
    [Property(Arbitrary = [typeof(Pairs)], MaxTest = 300, QuietOnSuccess = true)]
    public void Should_find_exactly_the_officers_that_differ(Pair pair)
    {
        var (ours, theirs) = (new AgencyDigest(Officers(pair.Ours)), new AgencyDigest(Officers(pair.Theirs)));
        var different = pair.Ours.Keys.Union(pair.Theirs.Keys).Where(officer => pair.Ours.GetValueOrDefault(officer, -1) != pair.Theirs.GetValueOrDefault(officer, -1));

        Differences(ours, theirs.Root, new Peer(theirs)).ShouldBe(different.Select(officer => TwoSides.Officer(officer)), ignoreOrder: true);
    }

    [Test]
    public void Should_ask_little_for_one_difference_among_fifty_thousand()
    {
        var officers = Enumerable.Range(0, 50_000).ToDictionary(officer => officer, _ => 1);
        var ours = new AgencyDigest(Officers(officers));
        officers[31_415] = 2;
        var changed = new AgencyDigest(Officers(officers));
        var theirs = new Peer(changed);

        Differences(ours, changed.Root, theirs).ShouldHaveSingleItem().ShouldBe(TwoSides.Officer(31_415));
        theirs.Questions.ShouldBe(4);
        Differences(ours, ours.Root, theirs).ShouldBeEmpty();
        theirs.Questions.ShouldBe(4, "equal roots ask nothing");
    }

    [Test]
    public void Should_ask_some_twenty_times_where_everything_differs()
    {
        var theirs = new Peer(new AgencyDigest(Officers(Enumerable.Range(0, 50_000).ToDictionary(officer => officer, _ => 1))));

        Differences(new AgencyDigest([]), "other", theirs).Count.ShouldBe(50_000);
        theirs.Questions.ShouldBe(3 + (4096 / DigestComparison.MostPlaces));
    }

    [Test]
    public void Should_tell_officers_apart_by_everything_that_counts()
    {
        var procedure = ProcedureCode.Parse("1.000001");
        var (at, life) = (new LogicalTime(1, 0), new ScopeLife(ScopeSide.Coordination, 1));
        string[] hashes =
        [
            OfficerDigest.Of(Acc.Id, AccountState.Active, Acc.Receiving, [(procedure, life, at)]),
            OfficerDigest.Of(Acc.Id, AccountState.Locked, Acc.Receiving, [(procedure, life, at)]),
            OfficerDigest.Of(Acc.Id, AccountState.Active, Acc.Administrator, [(procedure, life, at)]),
            OfficerDigest.Of(Acc.Id, AccountState.Active, Acc.Receiving, []),
            OfficerDigest.Of(Acc.Id, AccountState.Active, Acc.Receiving, [(procedure, life, new LogicalTime(1, 1))]),
            OfficerDigest.Of(Acc.Id, AccountState.Active, Acc.Receiving, [(procedure, new ScopeLife(ScopeSide.OneStop, 1), at)]),
            OfficerDigest.Of(TwoSides.Officer(1), AccountState.Active, Acc.Receiving, [(procedure, life, at)]),
        ];

        hashes.ShouldBeUnique();
        hashes.ShouldAllBe(hash => hash.Length == 32);
    }

    [Test]
    public void Should_not_depend_on_the_order_of_the_grants()
    {
        var life = new ScopeLife(ScopeSide.Coordination, 1);
        (ProcedureCode, ScopeLife, LogicalTime) one = (ProcedureCode.Parse("1.000001"), life, new LogicalTime(1, 0));
        (ProcedureCode, ScopeLife, LogicalTime) other = (ProcedureCode.Parse("1.000002"), life, new LogicalTime(2, 0));

        OfficerDigest.Of(Acc.Id, AccountState.Active, Acc.Receiving, [one, other]).ShouldBe(OfficerDigest.Of(Acc.Id, AccountState.Active, Acc.Receiving, [other, one]));
    }

    private static IEnumerable<KeyValuePair<AccountId, string>> Officers(IReadOnlyDictionary<int, int> officers) =>
        officers.Select(officer => KeyValuePair.Create(TwoSides.Officer(officer.Key), OfficerDigest.Hash($"{officer.Key} {officer.Value}")));

    private static IReadOnlyList<AccountId> Differences(AgencyDigest ours, string root, Peer theirs) =>
        DigestComparison.DifferencesAsync(ours, root, theirs, CancellationToken.None).GetAwaiter().GetResult();
}

/// <summary>Officers of two sides, with a version each.</summary>
internal sealed record Pair(IReadOnlyDictionary<int, int> Ours, IReadOnlyDictionary<int, int> Theirs);

/// <summary>Makes up two sides that mostly agree.</summary>
internal static class Pairs
{
    public static Arbitrary<Pair> All() => (
        from ours in Officers
        from changed in Officers
        from lost in Gen.Choose(0, 300).ArrayOf()
        select new Pair(ours, ours.Concat(changed.Where(officer => officer.Key % 7 == 0)).GroupBy(officer => officer.Key).Where(officer => !lost.Contains(officer.Key))
            .ToDictionary(officer => officer.Key, officer => officer.Last().Value))).ToArbitrary();

    private static Gen<Dictionary<int, int>> Officers =>
        from officers in Gen.Zip(Gen.Choose(0, 300), Gen.Choose(0, 3)).ArrayOf()
        select officers.GroupBy(officer => officer.Item1).ToDictionary(officer => officer.Key, officer => officer.Last().Item2);
}

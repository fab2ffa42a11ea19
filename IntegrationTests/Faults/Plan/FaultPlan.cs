namespace DichVuCong.Faults.Plan;

/// <summary>
/// When what breaks: a function of seed, length and what the machine offers. Rounds follow each other: two faults alone, so that the
/// recovery from each can be measured; then three that overlap; then calm. Kinds are dealt like cards, so that a run meets all of them before
/// it meets one again.
/// </summary>
internal sealed class FaultPlan
{
    /// <summary>Calm at the end of every round.</summary>
    public static readonly TimeSpan Calm = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Lead = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan AfterOne = TimeSpan.FromSeconds(14);
    private const int Alone = 2;
    private const int Together = 3;

    private readonly Random _random;
    private readonly IReadOnlyList<FaultKind> _kinds;
    private readonly TimeSpan _end;
    private readonly List<PlannedFault> _faults = [];
    private readonly List<FaultKind> _deck = [];

    private FaultPlan(int seed, TimeSpan length, IReadOnlyList<FaultKind> kinds)
    {
        (_random, _kinds, _end) = (new Random(seed), kinds, length);
        var at = Lead;
        while (TryAddRound(ref at))
        {
            // The next round.
        }
    }

    /// <summary>The faults in the order of their beginnings.</summary>
    public static IReadOnlyList<PlannedFault> Of(int seed, TimeSpan length, IReadOnlySet<string> offers) =>
        new FaultPlan(seed, length, [.. FaultKinds.All.Where(kind => kind.Needs is not { } need || offers.Contains(need))])._faults;

    /// <summary>A round that does not fit before the end is made of what does; false when nothing did.</summary>
    private bool TryAddRound(ref TimeSpan at)
    {
        var before = _faults.Count;
        for (var number = 0; number < Alone; number++)
        {
            if (Draw(at) is not { } fault) break;
            _faults.Add(fault);
            at = fault.End + AfterOne;
        }

        var end = at;
        for (var number = 0; number < Together; number++)
        {
            if (Draw(at) is not { } fault) break;
            _faults.Add(fault);
            if (fault.End > end) end = fault.End;
            at += TimeSpan.FromSeconds(0.3 + (_random.NextDouble() * 2.5));
        }

        at = end + Calm;
        return _faults.Count > before;
    }

    private void MoveToFront(int index)
    {
        var kind = _deck[index];
        _deck.RemoveAt(index);
        _deck.Insert(0, kind);
    }

    /// <summary>The next card that fits before the last calm; those that are too long stay in the deck.</summary>
    private PlannedFault? Draw(TimeSpan at)
    {
        if (_deck.Count == 0)
        {
            _deck.AddRange(_kinds);
            _random.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_deck));
            // What every operator fears comes first: however short a run is, it meets one of these alone.
            if (_faults.Count == 0) MoveToFront(_deck.FindIndex(kind => kind.Action is FaultAction.Kill or FaultAction.StopPostgres));
        }

        var room = (_end - Calm - at).TotalSeconds;
        var index = _deck.FindIndex(kind => kind.Least <= room);
        if (index < 0) return null;
        var kind = _deck[index];
        _deck.RemoveAt(index);
        var seconds = Math.Min(room, kind.Least + (_random.NextDouble() * (kind.Most - kind.Least)));
        var target = kind.Targets[_random.Next(kind.Targets.Count)];
        var chance = _random.Next();
        var misdeed = kind.Action == FaultAction.Misbehave ? PartnerMisdeed.All[_random.Next(PartnerMisdeed.All.Count)] : null;
        return new PlannedFault(_faults.Count + 1, kind, target, at, TimeSpan.FromSeconds(seconds), chance, misdeed);
    }
}

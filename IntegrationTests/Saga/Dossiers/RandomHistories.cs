using DichVuCong.Contracts.Dossiers;
using FsCheck;
using FsCheck.Fluent;

namespace DichVuCong.Saga.Tests.Dossiers;

/// <summary>What is said of a dossier, and two orders in which it arrives.</summary>
internal sealed record Arrivals(object Filing, IReadOnlyList<object> One, IReadOnlyList<object> Other, IReadOnlyList<int> Minutes)
{
    /// <summary>What a failed property prints.</summary>
    public override string ToString() => $"{Filing.GetType().Name}\n{Orders.Show(One)}\n{Orders.Show(Other)}\n{string.Join(' ', Minutes)}";
}

/// <summary>
/// Makes up what agencies say: mostly along the state graph, with rows of one time, repeated rows, rows of the future, whole dossiers with
/// dates or without a time of their own, states out of nowhere, and corrections by an operator.
/// </summary>
internal static class RandomHistories
{
    private static readonly Dictionary<int, int[]> Next = new()
    {
        [1] = [2, 2, 2, 5, 6, 3],
        [2] = [4, 4, 5, 9, 7],
        [4] = [5, 6, 9, 9, 8],
        [5] = [4, 4, 2, 1, 7],
        [6] = [4, 2, 5, 8],
        [9] = [10, 10, 4],
    };

    public static Arbitrary<Arrivals> Arrivals() => (
        from filing in Gen.Elements<object>(Sample.Filing, Sample.Filing with { Term = null, Deadline = null }, Sample.Counter)
        from delivered in Gen.Elements(true, false)
        from refused in Gen.Elements(true, false, false)
        from rows in Rows
        from twice in Gen.Choose(0, rows.Length - 1)
        from accepted in Gen.Choose(0, rows.Length - 1)
        from corrects in Gen.Elements(true, false, false)
        let messages = (object[])
        [
            .. rows, rows[twice],
            .. corrects ? new object[] { Sample.Accept(rows[accepted]) } : [],
            .. delivered && filing is SubmitDossier ? new object[] { Sample.Delivered } : [],
            .. refused && filing is SubmitDossier ? new object[] { new DeliveryRefused(Sample.Code, Revision: 1, "Thiếu trường bắt buộc") } : [],
        ]
        from one in Gen.Shuffle(messages)
        from other in Gen.Shuffle(messages)
        from minutes in Gen.Elements(1, 5, 30, 400, 2000).ArrayOf(messages.Length)
        select new Arrivals(filing, RowsBeforeCorrections(one), RowsBeforeCorrections(other), minutes)).ToArbitrary();

    private static Gen<RecordAgencyStatus[]> Rows =>
        from count in Gen.Choose(1, 6)
        from states in States(count)
        from gaps in Gen.Elements(0, 0, 10, 90, 700, 1500, 4000).ArrayOf(count)
        from kinds in Gen.Choose(0, 9).ArrayOf(count)
        from dates in Gen.Choose(0, 5).ArrayOf(count)
        select Enumerable.Range(0, count).Select(index => Row(states[index], Sample.Start.AddMinutes(gaps.Take(index + 1).Sum()), kinds[index], dates[index])).ToArray();

    private static Gen<int[]> States(int count) =>
        from choices in Gen.Choose(0, 59).ArrayOf(count)
        from strays in Gen.Choose(0, 9).ArrayOf(count)
        select Walk(choices, strays);

    private static int[] Walk(int[] choices, int[] strays)
    {
        var at = 1;
        return [.. choices.Select((choice, index) => strays[index] == 0 ? (choice % 11) + 1 : at = Next.TryGetValue(at, out var next) ? next[choice % next.Length] : at)];
    }

    private static RecordAgencyStatus Row(int state, DateTimeOffset at, int kind, int date)
    {
        var received = $"2026-03-02 09:0{date}";
        var promised = date == 0 ? null : $"2026-03-{6 + (2 * date):00} 17:00";
        return kind switch
        {
            < 6 => Sample.Row(state, at),
            6 => Sample.Row(state, at, "ghi chú"),
            7 => Sample.Whole(state, received, promised, $"{at:yyyy-MM-dd HH:mm}"),
            8 => Sample.Whole(state, received, promised, $"{at:yyyy-MM-dd HH:mm}", "Gia hạn"),
            _ => Sample.Whole(state, received, promised),
        };
    }

    private static object[] RowsBeforeCorrections(object[] order) =>
        Orders.IsPossible(order) ? order : [.. order.Where(message => message is not AcceptCorrection), .. order.OfType<AcceptCorrection>()];
}

using System.Globalization;
using DichVuCong.Cli.Load.Payments;
using DichVuCong.Cli.Load.Portal;
using DichVuCong.Cli.Running;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Dossiers;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace DichVuCong.Cli.Commands.Load;

/// <summary>What the demo shows: how many dossiers stand where, and what happened last.</summary>
internal sealed class DemoBoard
{
    private const int Newest = 14;
    private readonly Lock _gate = new();
    private readonly LinkedList<(DateTimeOffset At, string Code, string From, string To)> _newest = new();
    private readonly Dictionary<string, DossierState> _states = new(StringComparer.Ordinal);

    /// <summary>Dossiers that were filed.</summary>
    public int Filed { get; set; }

    /// <summary>Notes a change of state.</summary>
    public void Add(Step step)
    {
        lock (_gate)
        {
            _states[step.Code] = step.State;
            Show(step.At, step.Code, DossierStateNames.Of(step.From), DossierStateNames.Of(step.State) + (step.Final ? " ✓" : ""));
        }
    }

    /// <summary>Links that citizens were given for fees.</summary>
    public int Fees { get; private set; }

    /// <summary>Those of them that are paid.</summary>
    public int Paid { get; private set; }

    /// <summary>Notes what happened to a fee.</summary>
    public void Add(FeeStep fee)
    {
        lock (_gate)
        {
            if (fee.IsPaid) Paid++;
            else Fees++;
            Show(fee.At, fee.Dossier, $"Lệ phí {fee.Amount} ({fee.Partner})", WordOf(fee));
        }
    }

    /// <summary>One line for what happened to a fee.</summary>
    public static string LineOf(FeeStep fee) => string.Create(
        CultureInfo.InvariantCulture, $"{VietnamTime.Local(fee.At):HH:mm:ss}  {fee.Dossier,-28} {WordOf(fee)} {fee.Amount} qua {fee.Partner}, {fee.Reference}");

    /// <summary>One line for one step, where nobody watches a table.</summary>
    public static string LineOf(Step step) => string.Create(
        CultureInfo.InvariantCulture,
        $"{VietnamTime.Local(step.At):HH:mm:ss}  {step.Code,-28} {DossierStateNames.Of(step.From)} → {DossierStateNames.Of(step.State)}{(step.Final ? "  ✓" : "")}");

    /// <summary>The board now.</summary>
    public IRenderable Render(int total, string footer)
    {
        lock (_gate)
        {
            var counts = Tables.Of("Trạng thái", "Số hồ sơ", "");
            counts.Row("Đã nộp qua Cổng", $"{Filed}/{total}", Bar(Filed, total));
            foreach (var group in _states.Values.GroupBy(state => state).OrderBy(group => group.Key))
            {
                counts.Row(DossierStateNames.Of(group.Key), group.Count().ToString(CultureInfo.InvariantCulture), Bar(group.Count(), Math.Max(total, _states.Count)));
            }

            if (Fees > 0) counts.Row("Khoản phí đã thanh toán", $"{Paid}/{Fees}", Bar(Paid, Fees));
            var newest = Tables.Of("Lúc", "Mã hồ sơ", "Từ", "Đến");
            foreach (var (at, code, from, to) in _newest)
            {
                newest.Row(VietnamTime.Local(at).ToString("HH:mm:ss", CultureInfo.InvariantCulture), code, from, to);
            }

            return new Rows(new Text("DichVuCong: hồ sơ đi từ Cổng đến cơ quan và trở về", new Style(decoration: Decoration.Bold)), counts, newest, new Text(footer));
        }
    }

    private static string WordOf(FeeStep fee) => fee.IsPaid ? "đã thanh toán" : "chờ thanh toán";

    private void Show(DateTimeOffset at, string code, string from, string to)
    {
        _newest.AddFirst((at, code, from, to));
        if (_newest.Count > Newest) _newest.RemoveLast();
    }

    private static string Bar(int part, int whole) => new('█', whole == 0 ? 0 : (int)Math.Round(24.0 * part / whole));
}

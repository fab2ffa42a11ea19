using System.Globalization;
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
    private readonly LinkedList<Step> _steps = new();
    private readonly Dictionary<string, DossierState> _states = new(StringComparer.Ordinal);

    /// <summary>Dossiers that were filed.</summary>
    public int Filed { get; set; }

    /// <summary>Notes a change of state.</summary>
    public void Add(Step step)
    {
        lock (_gate)
        {
            _states[step.Code] = step.State;
            _steps.AddFirst(step);
            if (_steps.Count > Newest) _steps.RemoveLast();
        }
    }

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

            var newest = Tables.Of("Lúc", "Mã hồ sơ", "Từ", "Đến");
            foreach (var step in _steps)
            {
                newest.Row(
                    VietnamTime.Local(step.At).ToString("HH:mm:ss", CultureInfo.InvariantCulture), step.Code, DossierStateNames.Of(step.From),
                    DossierStateNames.Of(step.State) + (step.Final ? " ✓" : ""));
            }

            return new Rows(new Text("DichVuCong: hồ sơ đi từ Cổng đến cơ quan và trở về", new Style(decoration: Decoration.Bold)), counts, newest, new Text(footer));
        }
    }

    private static string Bar(int part, int whole) => new('█', whole == 0 ? 0 : (int)Math.Round(24.0 * part / whole));
}

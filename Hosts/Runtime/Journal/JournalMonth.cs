using System.Globalization;
using DichVuCong.Contracts;

namespace DichVuCong.Runtime.Journal;

/// <summary>A month of the journal, in Asia/Ho_Chi_Minh: its two partitions go together.</summary>
/// <param name="First">The month's first day.</param>
internal readonly record struct JournalMonth(DateOnly First)
{
    /// <summary>When it begins.</summary>
    public DateTimeOffset From => VietnamTime.At(First, TimeOnly.MinValue);

    /// <summary>When it is over.</summary>
    public DateTimeOffset Until => VietnamTime.At(First.AddMonths(1), TimeOnly.MinValue);

    /// <summary>The table of its rows.</summary>
    public string Journal => $"bus.journal_{Digits}";

    /// <summary>The table of its links.</summary>
    public string Chain => $"bus.chain_{Digits}";

    /// <summary>The index that only archiving needs, on a table that is about to go.</summary>
    public string Index => $"journal_{Digits}_archive";

    /// <summary>The name of its file.</summary>
    public string File => $"journal-{Digits}.jsonl.gz";

    private string Digits => First.ToString("yyyyMM", CultureInfo.InvariantCulture);

    /// <summary>The month of an instant.</summary>
    public static JournalMonth Of(DateTimeOffset instant)
    {
        var day = VietnamTime.DayOf(instant);
        return new JournalMonth(new DateOnly(day.Year, day.Month, 1));
    }
}

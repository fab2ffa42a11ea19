using System.Globalization;
using DichVuCong.Contracts;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace DichVuCong.Cli.Running;

/// <summary>How answers look on a terminal, and in a file: there without colours and unfolded.</summary>
internal static class Tables
{
    /// <summary>What stands for nothing.</summary>
    public const string Nothing = "–";

    private static readonly NumberFormatInfo Vietnamese = new() { NumberGroupSeparator = ".", NumberDecimalSeparator = "," };

    /// <summary>The console of a command.</summary>
    public static IAnsiConsole ConsoleOf(CliEnvironment environment)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(environment.Output),
            Ansi = environment.IsTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = environment.IsTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = environment.IsTerminal ? InteractionSupport.Detect : InteractionSupport.No,
        });
        console.Profile.Width = environment.Width;
        console.Profile.Capabilities.Unicode = true;
        return console;
    }

    /// <summary>A table with these headings.</summary>
    public static Table Of(params ReadOnlySpan<string> headings)
    {
        var table = new Table { Border = TableBorder.Simple, ShowHeaders = true };
        foreach (var heading in headings) table.AddColumn(new TableColumn(new Text(heading, new Style(decoration: Decoration.Bold))));
        return table;
    }

    /// <summary>Adds a row of plain texts: nothing in them is taken for markup.</summary>
    public static Table Row(this Table table, params ReadOnlySpan<string?> cells)
    {
        var texts = new IRenderable[cells.Length];
        for (var index = 0; index < cells.Length; index++) texts[index] = new Text(cells[index] is { Length: > 0 } text ? text : Nothing);
        return table.AddRow(texts);
    }

    /// <summary>Writes a line as it is.</summary>
    public static void Line(this IAnsiConsole console, string text) => console.WriteLine(text);

    /// <summary>A time as operators read it: Asia/Ho_Chi_Minh, to the second.</summary>
    public static string Time(DateTimeOffset? instant) =>
        instant is { } at ? VietnamTime.Local(at).ToString("dd/MM/yyyy HH:mm:ss", CultureInfo.InvariantCulture) : Nothing;

    /// <summary>A number as operators read it.</summary>
    public static string Number(long value) => value.ToString("#,0", Vietnamese);

    /// <summary>A span as operators read it.</summary>
    public static string Span(TimeSpan span) => span.Duration() switch
    {
        { TotalDays: >= 1 } long_ => $"{(int)long_.TotalDays} ngày {long_.Hours} giờ",
        { TotalHours: >= 1 } hours => $"{(int)hours.TotalHours} giờ {hours.Minutes} phút",
        { TotalMinutes: >= 1 } minutes => $"{(int)minutes.TotalMinutes} phút {minutes.Seconds} giây",
        var seconds => $"{(int)seconds.TotalSeconds} giây",
    };
}

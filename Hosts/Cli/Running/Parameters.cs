using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using DichVuCong.Contracts;

namespace DichVuCong.Cli.Running;

/// <summary>Arguments and options that several commands have; each value is checked where it is read.</summary>
internal static class Parameters
{
    /// <summary>Answers with JSON only.</summary>
    public static Option<bool> Json { get; } = new("--json") { Description = "Print JSON and nothing else.", Recursive = true };

    /// <summary>A dossier's code.</summary>
    public static Argument<DossierCode> Dossier() =>
        new("code") { Description = "The dossier's code, such as H29.101-261121-5000001.", CustomParser = result => Read<DossierCode>(result, "a dossier's code") ?? default };

    /// <summary>An agency's code.</summary>
    public static Option<AgencyCode?> Agency(string description, bool required = false) => new("--agency")
    {
        Description = description,
        HelpName = "CODE",
        Required = required,
        CustomParser = result => Read<AgencyCode>(result, "the code of an agency"),
    };

    /// <summary>A procedure's code.</summary>
    public static Option<ProcedureCode?> Procedure(string description, bool required = false) => new("--procedure")
    {
        Description = description,
        HelpName = "CODE",
        Required = required,
        CustomParser = result => Read<ProcedureCode>(result, "the code of a procedure"),
    };

    /// <summary>A day.</summary>
    public static Option<DateOnly?> Day(string name, string description) =>
        new(name) { Description = description, HelpName = "YYYY-MM-DD", CustomParser = ReadDay };

    /// <summary>A month, as its first day.</summary>
    public static Option<DateOnly?> Month(string name, string description) =>
        new(name) { Description = description, HelpName = "YYYY-MM", CustomParser = ReadMonth };

    /// <summary>How many rows at most.</summary>
    public static Option<int> Limit(int otherwise) => Count("--limit", "How many rows at most.", otherwise, most: 100_000);

    /// <summary>A number from 1 to <paramref name="most"/>.</summary>
    public static Option<int> Count(string name, string description, int otherwise, int most)
    {
        var option = new Option<int>(name) { Description = $"{description} Default {otherwise}.", HelpName = "N", DefaultValueFactory = _ => otherwise };
        option.Validators.Add(result =>
        {
            if (result.Errors.Any()) return;
            if (result.GetValueOrDefault<int>() is var value && (value < 1 || value > most)) result.AddError($"{name} must be from 1 to {most}.");
        });
        return option;
    }

    /// <summary>Why an order is given.</summary>
    public static Option<string?> Reason(string description, bool required = false) =>
        new("--reason") { Description = description, HelpName = "TEXT", Required = required };

    private static T? Read<T>(ArgumentResult result, string what)
        where T : struct, IText<T>
    {
        var text = result.Tokens is [var token] ? token.Value : "";
        if (T.TryParse(text, out var value)) return value;
        result.AddError($"'{text}' is not {what}.");
        return null;
    }

    private static DateOnly? ReadMonth(ArgumentResult result)
    {
        var text = result.Tokens is [var token] ? token.Value : "";
        if (DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)) return month;
        result.AddError($"'{text}' is not a month such as 2025-11.");
        return null;
    }

    private static DateOnly? ReadDay(ArgumentResult result)
    {
        var text = result.Tokens is [var token] ? token.Value : "";
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        result.AddError($"'{text}' is not a day such as 2026-11-21.");
        return null;
    }
}

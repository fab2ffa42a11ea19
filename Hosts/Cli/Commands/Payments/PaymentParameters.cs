using System.CommandLine;
using System.Globalization;
using DichVuCong.Contracts.Payments;

namespace DichVuCong.Cli.Commands.Payments;

/// <summary>Arguments and options of the commands about payments.</summary>
internal static class PaymentParameters
{
    private const int LongestDifference = 200;

    /// <summary>A payment reference.</summary>
    public static Argument<PaymentReference> Reference() => new("reference")
    {
        Description = "The payment reference, such as D2611210123456789A.",
        CustomParser = result =>
        {
            var text = result.Tokens is [var token] ? token.Value : "";
            if (PaymentReference.TryParse(text, out var reference)) return reference;
            result.AddError($"'{text}' is not a payment reference.");
            return default;
        },
    };

    /// <summary>A difference's identity.</summary>
    public static Argument<string> Difference()
    {
        var argument = new Argument<string>("difference") { Description = "The difference's identity, as dvc payments differences lists it." };
        argument.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is not { Length: > 0 and <= LongestDifference }) result.AddError("That is not a difference's identity.");
        });
        return argument;
    }

    /// <summary>A partner's code.</summary>
    public static Option<string?> Partner(string description) => new("--partner") { Description = description, HelpName = "CODE" };

    /// <summary>A text that must say something.</summary>
    public static Option<string> Text(string name, string description)
    {
        var option = new Option<string>(name) { Description = description, HelpName = "TEXT", Required = true };
        option.Validators.Add(result =>
        {
            if (!result.Errors.Any() && string.IsNullOrWhiteSpace(result.GetValueOrDefault<string>())) result.AddError($"{name} must not be empty.");
        });
        return option;
    }

    /// <summary>How long something has stood: 30m, 12h, 3d.</summary>
    public static Option<TimeSpan?> OlderThan() => new("--older-than")
    {
        Description = "Only those that have stood where they are for so long: 30m, 12h, 3d.",
        HelpName = "SPAN",
        CustomParser = result =>
        {
            var text = result.Tokens is [var token] ? token.Value : "";
            if (text.Length > 1 && int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
                && count <= 10_000)
            {
                switch (text[^1])
                {
                    case 'm': return TimeSpan.FromMinutes(count);
                    case 'h': return TimeSpan.FromHours(count);
                    case 'd': return TimeSpan.FromDays(count);
                }
            }

            result.AddError($"'{text}' is not a span such as 30m, 12h or 3d.");
            return null;
        },
    };

    /// <summary>An amount in whole đồng.</summary>
    public static Option<Vnd?> Amount(string description) => new("--amount")
    {
        Description = description,
        HelpName = "DONG",
        CustomParser = result =>
        {
            var text = result.Tokens is [var token] ? token.Value : "";
            if (Vnd.TryParseWire(text, out var amount) && amount.IsPositive) return amount;
            result.AddError($"'{text}' is not an amount in whole đồng, digits only.");
            return null;
        },
    };
}

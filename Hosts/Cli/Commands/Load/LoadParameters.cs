using System.CommandLine;
using System.Globalization;

namespace DichVuCong.Cli.Commands.Load;

/// <summary>Arguments and options that the load commands share.</summary>
internal static class LoadParameters
{
    /// <summary>How many.</summary>
    public static Argument<int> Count(string description)
    {
        var count = new Argument<int>("count") { Description = description };
        count.Validators.Add(result =>
        {
            if (!result.Errors.Any() && result.GetValueOrDefault<int>() is < 1 or > 9_999_999) result.AddError("count must be from 1 to 9999999.");
        });
        return count;
    }

    /// <summary>How many in a second at most.</summary>
    public static Option<double?> Rate(string description)
    {
        var rate = new Option<double?>("--rate") { Description = description, HelpName = "R" };
        rate.Validators.Add(result =>
        {
            if (!result.Errors.Any() && result.GetValueOrDefault<double?>() is not (null or > 0)) result.AddError("--rate must be above 0.");
        });
        return rate;
    }

    /// <summary>A share, from 0 to 1.</summary>
    public static Option<double> Share(string name, string description, double otherwise)
    {
        var option = new Option<double>(name)
        {
            Description = $"{description} Default {otherwise.ToString(CultureInfo.InvariantCulture)}.",
            HelpName = "0..1",
            DefaultValueFactory = _ => otherwise,
        };
        option.Validators.Add(result =>
        {
            if (!result.Errors.Any() && result.GetValueOrDefault<double>() is not (>= 0 and <= 1)) result.AddError($"{name} must be from 0 to 1.");
        });
        return option;
    }
}

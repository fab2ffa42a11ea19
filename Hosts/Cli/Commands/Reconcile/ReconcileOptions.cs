using System.CommandLine;
using DichVuCong.Cli.Running;

namespace DichVuCong.Cli.Commands.Reconcile;

/// <summary>Options that the commands of <c>dvc reconcile</c> share.</summary>
internal static class ReconcileOptions
{
    /// <summary>A partner.</summary>
    public static Option<string?> Partner(bool required) =>
        new("--partner") { Description = "The partner's code, such as vnpay.", HelpName = "CODE", Required = required };

    /// <summary>The bank's day.</summary>
    public static Option<DateOnly?> Date(bool required)
    {
        var option = Parameters.Day("--date", "The bank's day.");
        option.Required = required;
        return option;
    }
}

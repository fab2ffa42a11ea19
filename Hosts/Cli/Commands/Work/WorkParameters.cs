using System.CommandLine;
using DichVuCong.Cli.Running;
using DichVuCong.Registries.Operations.Access;
using DichVuCong.Registries.Operations.Audit;
using DichVuCong.Registries.Operations.Work;

namespace DichVuCong.Cli.Commands.Work;

/// <summary>What the commands of <c>dvc work</c> share.</summary>
internal static class WorkParameters
{
    /// <summary>One thing.</summary>
    public static Argument<string> Item() => new("item") { Description = "What it is, as dvc work list shows it: overdue:H29-…" };

    /// <summary>The desk, for people of the operating system: they see the whole tree.</summary>
    public static WorkDesk Desk(Workplace work) => new(
        work.Source, new AccessPolicy(new AgencyTree()), new AuditTrail(work.Settings.Keys, work.Environment.Time), work.Environment.Time);

    /// <summary>Who gives the order.</summary>
    public static Operator Person(CliEnvironment environment) => Operator.OfSystem(environment.Operator);
}

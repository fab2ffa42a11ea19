using System.CommandLine;
using DichVuCong.Cli.Running;

namespace DichVuCong.Cli.Commands.Parcels;

/// <summary>The commands of <c>dvc parcels</c>.</summary>
internal static class ParcelsGroup
{
    public static Command Of(CliEnvironment environment) => DvcGroup.Of(
        "parcels", "What the public post carries for dossiers.",
        new ParcelsListCommand(environment),
        new ParcelShowCommand(environment),
        new ParcelReorderCommand(environment),
        new ParcelCancelCommand(environment),
        new ParcelCloseCommand(environment),
        new ParcelTrackingCommand(environment));
}

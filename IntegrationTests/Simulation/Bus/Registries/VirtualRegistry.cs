using DichVuCong.Contracts.Dossiers;
using DichVuCong.Contracts.Notifications;
using DichVuCong.Runtime.Recording;
using DichVuCong.Saga;
using DichVuCong.Simulation.Invariants;

namespace DichVuCong.Simulation.Bus.Registries;

/// <summary>What people read: the dossiers' rows, history, flags, figures and notices.</summary>
internal sealed class VirtualRegistry(World world) : IVirtualRecorder
{
    private readonly SortedDictionary<string, DossierEntry> _dossiers = new(StringComparer.Ordinal);

    public string Endpoint => Endpoints.Registry;

    public IReadOnlyDictionary<string, DossierEntry> Dossiers => _dossiers;

    public DossierEntry? Find(string code) => _dossiers.GetValueOrDefault(code);

    /// <summary>Adds a dossier at its birth.</summary>
    /// <returns>False when the code is taken.</returns>
    public bool TryAdd(DossierEntry dossier) => _dossiers.TryAdd(dossier.Code.Value, dossier);

    public void Record(IReadOnlyList<RecordedMessage> messages)
    {
        foreach (var recorded in messages) Record(_dossiers[recorded.Key], recorded.Message);
    }

    private void Record(DossierEntry dossier, object message)
    {
        switch (message)
        {
            case UpdateDossierRow row:
                Show(dossier, row);
                break;
            case KeepHistoryRow row:
                if (!dossier.History.TryAdd(row.Row.RowId, row) && row.Flag != DossierFlag.TooOld)
                {
                    Checks.Fail("one-effect", $"the row {row.Row.RowId} of {dossier.Code} has taken effect twice");
                }

                break;
            case KeepFlag flag:
                dossier.Flags.Add(flag);
                break;
            case CountFigure figure:
                dossier.Figures[(figure.Day, figure.Figure)] = dossier.Figures.GetValueOrDefault((figure.Day, figure.Figure)) + figure.By;
                break;
            case KeepNotice notice:
                dossier.Notices[(notice.Occasion, notice.Channel)] = notice.State;
                break;
            default:
                throw new InvalidOperationException($"The registry keeps no {message.GetType().Name}.");
        }
    }

    private void Show(DossierEntry dossier, UpdateDossierRow row)
    {
        if (dossier.Agency is { } agency && row.Agency is { } named && named != agency)
        {
            Checks.Fail("one-agency", $"{dossier.Code} was {agency}'s and is {named}'s");
        }

        (dossier.Shown, dossier.Agency, dossier.System) = (row, row.Agency ?? dossier.Agency, row.System ?? dossier.System);
        world.Note("shows", dossier.Code.Value, (int)row.State);
    }
}

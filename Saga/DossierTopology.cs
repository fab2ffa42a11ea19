using System.Text.Json.Serialization.Metadata;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Contracts.Notifications;
using DichVuCong.Contracts.Payments;
using DichVuCong.Messaging;
using DichVuCong.Saga.Dossiers;
using DichVuCong.Saga.Notifications;
using DichVuCong.Saga.Shrinking;

namespace DichVuCong.Saga;

/// <summary>The endpoints of the dossier capability.</summary>
public static class Endpoints
{
    /// <summary>The dossier saga.</summary>
    public const string Dossiers = "dossiers";

    /// <summary>The notice saga.</summary>
    public const string Notices = "notices";

    /// <summary>The recorder of the dossiers' registry, history, flags and figures.</summary>
    public const string Registry = "dossier-registry";

    /// <summary>The recorder of the events that the portal and the coordination system follow.</summary>
    public const string PortalFeed = "portal-feed";

    /// <summary>Filings by the portal or the coordination system, recognised at the door.</summary>
    public const string Filings = "filings";

    /// <summary>Supplements by the portal, recognised at the door.</summary>
    public const string Supplements = "supplements";

    /// <summary>Dossiers that one-stop systems push under codes of their own; a code that belongs to another is a conflict.</summary>
    public const string AgencyDossiers = "agency-dossiers";

    /// <summary>Faults of files, found when somebody fetched one; recognised at the door, once for each file and fault.</summary>
    public const string FileFaults = "file-faults";

    /// <summary>Reports of what became of notices, recognised at the door.</summary>
    public const string NoticeReports = "notice-reports";
}

/// <summary>
/// The dossier capability: its messages, sagas, recorders and subscriptions. The partners' operations are the host's to add, since sagas and
/// adapters do not know each other.
/// </summary>
public static class DossierTopology
{
    /// <summary>Adds the capability to a topology.</summary>
    /// <param name="topology">The topology.</param>
    /// <param name="rules">The rules of dossiers.</param>
    /// <param name="telling">How people are told; left out: at any hour, on all channels at once, by one SMS provider.</param>
    public static Topology AddDossiers(this Topology topology, DossierRules rules, NoticeRules? telling = null)
    {
        AddMessages(topology);
        var dossiers = new DossierSaga(rules);
        var notices = new NoticeSaga(telling ?? new NoticeRules());
        return topology
            .Saga(
                new SagaDefinition<DossierData>(Endpoints.Dossiers, () => DossierDataJson.Default.DossierData)
                    .Shrinks(new SmallDossier())
                    .StartedBy<SubmitDossier>(dossiers)
                    .StartedBy<RegisterAgencyDossier>(dossiers)
                    .Handles<AssignAgency>(dossiers, Absent.RefuseAtTheDoor)
                    .Handles<DossierDelivered>(dossiers)
                    .Handles<DeliveryRefused>(dossiers)
                    .Handles<RedeliverDossier>(dossiers, Absent.RefuseAtTheDoor)
                    .Handles<SupplementDossier>(dossiers, Absent.Wait)
                    .Handles<ReportFileFault>(dossiers)
                    // The door has the registry's row before the saga has its state: a status may be quicker than the filing.
                    .Handles<RecordAgencyStatus>(dossiers, Absent.Wait)
                    .Handles<AcceptCorrection>(dossiers, Absent.RefuseAtTheDoor)
                    .Handles<ReconcileDossier>(dossiers)
                    .Handles<DossierStateTold>(dossiers)
                    .Handles<DossierStateNotTold>(dossiers)
                    // An obligation may be stated as soon as the door has the dossier.
                    .Handles<DossierPaymentChanged>(dossiers, Absent.Wait)
                    .Handles<ClockFired>(dossiers)
                    .Handles<ClockMoved>(dossiers),
                typeof(SubmitDossier), typeof(RegisterAgencyDossier), typeof(AssignAgency), typeof(RedeliverDossier), typeof(SupplementDossier),
                typeof(ReportFileFault), typeof(RecordAgencyStatus), typeof(AcceptCorrection), typeof(ReconcileDossier))
            .Saga(
                // Shape 2 adds to shape 1 what a build before it does not read: providers, waiting notices, reports.
                new SagaDefinition<NoticeData>(Endpoints.Notices, () => NoticeDataJson.Default.NoticeData, stateSchema: 2)
                    .Lift(from: 1, state => state)
                    .WritesWhenAllUnderstand(state => state)
                    .Shrinks(new SmallNotices())
                    .StartedBy<NotifyApplicant>(notices)
                    .Handles<NoticeSent>(notices)
                    .Handles<NoticeFailed>(notices)
                    .Handles<NoticeNotTaken>(notices)
                    .Handles<DeliveryTold>(notices)
                    .Handles<ClockFired>(notices),
                typeof(NotifyApplicant), typeof(DeliveryTold))
            .Recorder(
                Endpoints.Registry, typeof(UpdateDossierRow), typeof(KeepHistoryRow), typeof(KeepFlag), typeof(CountFigure), typeof(KeepNotice),
                typeof(KeepRestoreFinding))
            .Recorder(Endpoints.PortalFeed)
            .Entrance(Endpoints.Filings)
            .Entrance(Endpoints.Supplements)
            .Entrance(Endpoints.AgencyDossiers)
            .Entrance(Endpoints.FileFaults)
            .Entrance(Endpoints.NoticeReports)
            .Subscribe<DossierPaymentChanged>(Endpoints.Dossiers)
            .Subscribe<ReceiptIssued>(Endpoints.PortalFeed)
            .Subscribe<DossierStateChanged>(Endpoints.PortalFeed)
            .Subscribe<DeadlineChanged>(Endpoints.PortalFeed)
            .Subscribe<DossierOverdue>(Endpoints.PortalFeed)
            .Subscribe<DossierUndelivered>(Endpoints.PortalFeed)
            .Subscribe<DossierNotAccepted>(Endpoints.PortalFeed)
            .Subscribe<DossierSilent>(Endpoints.PortalFeed)
            .Subscribe<DossierRefusedBySystem>(Endpoints.PortalFeed)
            .Subscribe<DossierFlagged>(Endpoints.PortalFeed)
            .Subscribe<FileSupplementNeeded>(Endpoints.PortalFeed)
            .Subscribe<CoordinationNeeded>(Endpoints.PortalFeed)
            .Subscribe<NoticePosted>(Endpoints.PortalFeed);
    }

    private static void AddMessages(Topology topology)
    {
        var json = DossierJson.Default;
        Add(topology, () => json.SubmitDossier, message => message.Dossier);
        Add(topology, () => json.RegisterAgencyDossier, message => message.Dossier);
        Add(topology, () => json.AssignAgency, message => message.Dossier);
        Add(topology, () => json.SupplementDossier, message => message.Dossier);
        Add(topology, () => json.DeliverDossier, message => message.Dossier);
        Add(topology, () => json.DossierDelivered, message => message.Dossier);
        Add(topology, () => json.DeliveryRefused, message => message.Dossier);
        Add(topology, () => json.RedeliverDossier, message => message.Dossier);
        Add(topology, () => json.RecordAgencyStatus, message => message.Dossier);
        Add(topology, () => json.AcceptCorrection, message => message.Dossier);
        Add(topology, () => json.ReportFileFault, message => message.Dossier);
        Add(topology, () => json.ReceiptIssued, message => message.Dossier);
        Add(topology, () => json.DossierStateChanged, message => message.Dossier);
        Add(topology, () => json.DeadlineChanged, message => message.Dossier);
        Add(topology, () => json.DossierOverdue, message => message.Dossier);
        Add(topology, () => json.DossierUndelivered, message => message.Dossier);
        Add(topology, () => json.DossierNotAccepted, message => message.Dossier);
        Add(topology, () => json.DossierSilent, message => message.Dossier);
        Add(topology, () => json.DossierRefusedBySystem, message => message.Dossier);
        Add(topology, () => json.DossierFlagged, message => message.Dossier);
        Add(topology, () => json.FileSupplementNeeded, message => message.Dossier);
        Add(topology, () => json.CoordinationNeeded, message => message.Dossier);
        Add(topology, () => json.UpdateDossierRow, message => message.Dossier);
        Add(topology, () => json.KeepHistoryRow, message => message.Dossier);
        Add(topology, () => json.KeepFlag, message => message.Dossier);
        Add(topology, () => json.CountFigure, message => message.Dossier);
        Add(topology, () => json.NotifyApplicant, message => message.Dossier);
        topology.Message(
            new MessageType<SendSms>(MessageNameAttribute.Of(typeof(SendSms)), () => json.SendSms, message => message.Dossier.Value, schema: 2)
                .Lift(from: 1, body => body)
                .WritesWhenAllUnderstand(body => body));
        Add(topology, () => json.SendEmail, message => message.Dossier);
        Add(topology, () => json.NoticeSent, message => message.Dossier);
        Add(topology, () => json.NoticeFailed, message => message.Dossier);
        Add(topology, () => json.KeepNotice, message => message.Dossier);
        Add(topology, () => json.NoticeNotTaken, message => message.Dossier);
        Add(topology, () => json.DeliveryTold, message => message.Dossier);
        Add(topology, () => json.SendAppNotice, message => message.Dossier);
        Add(topology, () => json.NoticePosted, message => message.Dossier);
        Add(topology, () => json.ReconcileDossier, message => message.Dossier);
        Add(topology, () => json.AskDossierState, message => message.Dossier);
        Add(topology, () => json.DossierStateNotTold, message => message.Dossier);
        Add(topology, () => json.DossierStateTold, message => message.Dossier);
        Add(topology, () => json.KeepRestoreFinding, message => message.Dossier);
        topology.AddDossierPaymentChanged();
        topology.AddParcelWishes();
    }

    private static void Add<TMessage>(Topology topology, Func<JsonTypeInfo<TMessage>> json, Func<TMessage, DossierCode> dossier)
        where TMessage : class =>
        topology.Message(new MessageType<TMessage>(MessageNameAttribute.Of(typeof(TMessage)), json, message => dossier(message).Value));
}

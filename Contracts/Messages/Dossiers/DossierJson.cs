using System.Text.Json.Serialization;
using DichVuCong.Contracts.Notifications;

namespace DichVuCong.Contracts.Dossiers;

/// <summary>How the messages of dossiers and notices are written on the bus.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SubmitDossier))]
[JsonSerializable(typeof(RegisterAgencyDossier))]
[JsonSerializable(typeof(AssignAgency))]
[JsonSerializable(typeof(SupplementDossier))]
[JsonSerializable(typeof(DeliverDossier))]
[JsonSerializable(typeof(DossierDelivered))]
[JsonSerializable(typeof(DeliveryRefused))]
[JsonSerializable(typeof(RedeliverDossier))]
[JsonSerializable(typeof(RecordAgencyStatus))]
[JsonSerializable(typeof(AcceptCorrection))]
[JsonSerializable(typeof(ReportFileFault))]
[JsonSerializable(typeof(ReceiptIssued))]
[JsonSerializable(typeof(DossierStateChanged))]
[JsonSerializable(typeof(DeadlineChanged))]
[JsonSerializable(typeof(DossierOverdue))]
[JsonSerializable(typeof(DossierUndelivered))]
[JsonSerializable(typeof(DossierNotAccepted))]
[JsonSerializable(typeof(DossierSilent))]
[JsonSerializable(typeof(DossierRefusedBySystem))]
[JsonSerializable(typeof(DossierFlagged))]
[JsonSerializable(typeof(FileSupplementNeeded))]
[JsonSerializable(typeof(CoordinationNeeded))]
[JsonSerializable(typeof(UpdateDossierRow))]
[JsonSerializable(typeof(KeepHistoryRow))]
[JsonSerializable(typeof(KeepFlag))]
[JsonSerializable(typeof(CountFigure))]
[JsonSerializable(typeof(NotifyApplicant))]
[JsonSerializable(typeof(SendSms))]
[JsonSerializable(typeof(SendEmail))]
[JsonSerializable(typeof(NoticeSent))]
[JsonSerializable(typeof(NoticeFailed))]
public sealed partial class DossierJson : JsonSerializerContext;

namespace DichVuCong.Contracts.Dossiers;

/// <summary>Deliver a dossier, or a new revision of it, to the one-stop system that serves its agency.</summary>
/// <param name="Dossier">The dossier.</param>
/// <param name="System">The one-stop system.</param>
/// <param name="Revision">Which revision of the content.</param>
[MessageName("dossiers.deliver-dossier.v1")]
public sealed record DeliverDossier(DossierCode Dossier, string System, int Revision);

/// <summary>The one-stop system has the dossier.</summary>
/// <param name="Dossier">The dossier.</param>
/// <param name="Revision">The revision it has.</param>
/// <param name="AlreadyThere">It had it before this call.</param>
[MessageName("dossiers.dossier-delivered.v1")]
public sealed record DossierDelivered(DossierCode Dossier, int Revision, bool AlreadyThere);

/// <summary>The one-stop system will not take the dossier.</summary>
/// <param name="Dossier">The dossier.</param>
/// <param name="Revision">The revision it refused.</param>
/// <param name="Reason">Its text, cut to 300 characters.</param>
[MessageName("dossiers.delivery-refused.v1")]
public sealed record DeliveryRefused(DossierCode Dossier, int Revision, string Reason);

/// <summary>An operator wants a refused or given-up delivery tried again.</summary>
/// <param name="Dossier">The dossier.</param>
/// <param name="RequestedBy">The operator's account.</param>
/// <param name="RequestId">Makes two requests two.</param>
[MessageName("dossiers.redeliver-dossier.v1")]
public sealed record RedeliverDossier(DossierCode Dossier, string RequestedBy, Guid RequestId);

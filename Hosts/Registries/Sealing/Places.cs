namespace DichVuCong.Registries.Sealing;

/// <summary>Where sealed values belong: a value that was moved to another row does not open.</summary>
internal static class Places
{
    public static string Content(string code, int revision) => $"dossier.content/{code}/{revision}";

    public static string History(string code, string rowId) => $"dossier.history/{code}/{rowId}";

    public static string AgencyRecord(string code) => $"dossier.agency_record/{code}";

    public static string Payer(string obligation) => $"payment.payer/{obligation}";

    public static string Profile(string account, int revision) => $"account.profile/{account}/{revision}";

    public static string ParcelNote(string id) => $"parcel.event/{id}";

    public static string Verification(Guid id) => $"identity.verification/{id:N}";

    public static string RequestForm(string request) => $"account.request_form/{request}";

    public static string Proposal(string system, string id) => $"account.proposal/{system}/{id}";

    public static string Citizen(string citizen) => $"account.citizen/{citizen}";

    public static string RawBody(Guid id) => $"dossier.raw_body/{id:N}";
}

namespace DichVuCong.Adapters.OneStop.Wire;

/// <summary>The names of the wire objects: the first part of a fault's stable code.</summary>
internal static class WireObjects
{
    public const string Login = "login";
    public const string Envelope = "envelope";
    public const string Reply = "reply";
    public const string Summary = "summary";
    public const string Dossier = "dossier";
    public const string Paper = "paper";
    public const string Fee = "fee";
    public const string OtherPaper = "otherPaper";
    public const string Supplement = "supplement";
    public const string ResultPaper = "resultPaper";
    public const string OwnerIdentity = "ownerIdentity";
    public const string Database = "database";
    public const string Progress = "progress";
    public const string Status = "status";
    public const string Catalogue = "catalogue";
}

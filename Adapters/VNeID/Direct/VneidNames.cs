namespace DichVuCong.Adapters.VNeID.Direct;

/// <summary>VNeID's own words (D2), as it spells them.</summary>
internal static class VneidNames
{
    public const string PersonalId = "citizenPid";
    public const string FullName = "fullName";
    public const string BirthDate = "birthDate";
    public const string AccountType = "accountType";
    public const string AccountLevel = "accountLevel";
}

namespace DichVuCong.Contracts.Notifications;

/// <summary>What stands in the texts of <see cref="SendSms"/> and <see cref="SendEmail"/> for words that only the adapter knows.</summary>
public static class NoticePlaceholders
{
    /// <summary>The competent agency's name.</summary>
    public const string Agency = "{agency}";

    /// <summary>The applicant's name; in e-mail only.</summary>
    public const string Name = "{name}";

    /// <summary>What is written for an agency whose name is not known.</summary>
    public const string UnknownAgency = "cơ quan có thẩm quyền";

    /// <summary>What is written for an applicant whose name is not known.</summary>
    public const string UnknownName = "Ông/Bà";
}

using System.Text.Json.Serialization;

namespace DichVuCong.Contracts.Accounts;

/// <summary>
/// Who an account belongs to: personal data. It is stored once, sealed, and read by the adapters that need it; it never travels in a message.
/// </summary>
public sealed record AccountProfile
{
    /// <summary>The account.</summary>
    public required AccountId Account { get; init; }

    /// <summary>1 for the first; each change makes the next.</summary>
    public required int Revision { get; init; }

    /// <summary>Họ và tên (A10.2a).</summary>
    public required PersonName FullName { get; init; }

    /// <summary>Số căn cước (A10.2b): the 12-digit personal number.</summary>
    public required PersonalId PersonalId { get; init; }

    /// <summary>Đơn vị công tác (A10.2c).</summary>
    public required AgencyCode Unit { get; init; }

    /// <summary>Chức vụ (A10.2d).</summary>
    public required string Position { get; init; }

    /// <summary>Số điện thoại (A10.2đ).</summary>
    public required PhoneNumber Phone { get; init; }

    /// <summary>Địa chỉ thư điện tử công vụ (A10.2đ).</summary>
    public required EmailAddress Email { get; init; }
}

/// <summary>How a profile is written before it is sealed.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AccountProfile))]
public sealed partial class AccountProfileJson : JsonSerializerContext;

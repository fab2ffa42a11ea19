using System.Text.Json;
using System.Text.Json.Serialization;
using DichVuCong.Contracts;
using DichVuCong.Registries.Sealing;

namespace DichVuCong.Registries.Accounts.Citizens;

/// <summary>Where a citizen's notices go, as registered at the portal. Personal data: stored sealed.</summary>
public sealed record CitizenContact
{
    /// <summary>Where SMS go.</summary>
    public PhoneNumber? Phone { get; init; }

    /// <summary>Where e-mail goes.</summary>
    public EmailAddress? Email { get; init; }

    /// <summary>The name that e-mail begins with.</summary>
    public PersonName? Name { get; init; }

    internal byte[] Seal(Sealer sealer, string citizen) =>
        sealer.Seal(JsonSerializer.SerializeToUtf8Bytes(this, CitizenContactJson.Default.CitizenContact), Places.Citizen(citizen));

    internal static CitizenContact Open(Sealer sealer, short key, byte[] sealedBytes, string citizen) =>
        JsonSerializer.Deserialize(sealer.Open(key, sealedBytes, Places.Citizen(citizen)), CitizenContactJson.Default.CitizenContact)
        ?? throw new InvalidOperationException("A citizen's contact is empty.");
}

/// <summary>How a contact is written before it is sealed.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CitizenContact))]
internal sealed partial class CitizenContactJson : JsonSerializerContext;

using System.Text.Json;
using System.Text.Json.Serialization;

namespace DichVuCong.Contracts.Payments;

/// <summary>Members of an enumeration travel by their names in camel case, never by their numbers.</summary>
/// <typeparam name="TEnum">The enumeration.</typeparam>
public sealed class CamelCaseEnumConverter<TEnum>() : JsonStringEnumConverter<TEnum>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where TEnum : struct, Enum;

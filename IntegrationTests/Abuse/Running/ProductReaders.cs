using System.Reflection;
using DichVuCong.Adapters.Banks.Callbacks;
using DichVuCong.Adapters.Email;
using DichVuCong.Adapters.NationalData.Configuration;
using DichVuCong.Adapters.OneStop.Wire;
using DichVuCong.Adapters.ProcedureDatabase;
using DichVuCong.Adapters.SmsBrandname;
using DichVuCong.Adapters.VNeID.Direct;

namespace DichVuCong.Abuse.Tests.Running;

/// <summary>The readers that the product's adapters have: methods that read what came from outside, by their parameters.</summary>
internal static class ProductReaders
{
    private static readonly Type[] Raw =
    [
        typeof(TextReader), typeof(Stream), typeof(ReadOnlyMemory<byte>), typeof(ReadOnlySpan<byte>), typeof(ArraySegment<byte>), typeof(byte[]), typeof(HttpContent),
        typeof(CallbackRequest),
    ];

    private static readonly Assembly[] Adapters =
    [
        typeof(EmailSettings).Assembly, typeof(WireLimits).Assembly, typeof(CatalogueFolder).Assembly, typeof(SmsBrandnameSettings).Assembly,
        typeof(CallbackRequest).Assembly, typeof(VneidSettings).Assembly, typeof(NationalDataSettings).Assembly,
    ];

    /// <summary>All of them, as "Type.Method".</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. Adapters.SelectMany(assembly => assembly.GetTypes())
            .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(method => method is { IsPublic: true } or { IsAssembly: true } && IsReader(method))
            .Select(method => $"{method.DeclaringType!.Name}.{method.Name}").Distinct().Order(StringComparer.Ordinal),
    ];

    private static bool IsReader(MethodInfo method) =>
        (method.Name.StartsWith("Read", StringComparison.Ordinal) || method.Name.StartsWith("TryRead", StringComparison.Ordinal) || method.Name.StartsWith("Parse", StringComparison.Ordinal))
        && (method.GetParameters().Any(parameter => Raw.Contains(parameter.ParameterType)) || ReadsItsStream(method));

    /// <summary>A reader that was made over a stream.</summary>
    private static bool ReadsItsStream(MethodInfo method) =>
        !method.IsStatic && method.DeclaringType!.GetConstructors().Any(constructor => constructor.GetParameters() is [{ ParameterType: var only }] && only == typeof(Stream));
}
